#!/usr/bin/env perl
# Gives the names in a project of `phusong new` texts that some program would act on: markup, formulas, templates, marks that turn the
# direction of writing, control characters. What they are is below, in bytes; \x{…} and \n stand for the letter.
#   tests/hostile/hostile_project.pl PROJECT
use strict;
use warnings;

my $project = $ARGV[0] // die "hostile_project.pl PROJECT\n";
sub letter { no warnings 'utf8'; my $letter = chr hex $_[0]; utf8::encode($letter); return $letter }
my @names = map { chomp; s/\\x\{([0-9a-f]+)\}/letter($1)/ger =~ s/\\n/\n/gr } <DATA>;

sub contents {
    open my $in, '<', "$project/$_[0]" or die "$_[0]: $!\n";
    local $/;
    return scalar <$in>;
}

sub write_to {
    open my $out, '>', "$project/$_[0]" or die "$_[0]: $!\n";
    print $out $_[1];
    close $out or die "$_[0]: $!\n";
}

sub rows_of {
    my ($text, @rows, @cells) = ($_[0]);
    while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])/gc) {
        push @cells, defined $1 ? $1 =~ s/""/"/gr : $2;
        push(@rows, [splice @cells]) if $3 eq "\n";
    }
    return @rows;
}

sub cell { my ($text) = @_; return $text =~ /[",\r\n]|^[\s#]|\s$/ ? '"' . $text =~ s/"/""/gr . '"' : $text }

# What stands in the columns named gets other names, one for each that was there; every column begins at another one.
my $first = 0;
sub rename_columns {
    my ($file, @columns) = @_;
    my ($head, @rows) = rows_of(contents("data/toy/$file.csv"));
    for my $column (@columns) {
        my ($at) = grep { $head->[$_] eq $column } 0 .. $#$head;
        defined $at or die "$file has no column $column\n";
        my %new;
        exists $new{$_->[$at]} or $new{$_->[$at]} = $names[($first + keys %new) % @names] for @rows;
        $_->[$at] = $new{$_->[$at]} for @rows;
        $first += 5;
    }
    write_to("data/toy/$file.csv", join '', map { join(',', map { cell($_) } @$_) . "\n" } $head, @rows);
}

rename_columns('villages', 'name');
rename_columns('communes', 'name', 'district', 'source');
rename_columns('institutions', 'name');
rename_columns('sites', 'operator');
rename_columns('zones', 'new_name');
rename_columns('targets', 'label_vi', 'label_en', 'source');

my $scenario = contents('scenario.toml');
for (['vi', @names[0 .. 6, 8]], ['en', @names[5, 9, 12 .. 14]]) { # 200 bytes at most
    my ($language, @some) = @$_;
    my $title = join(' ', @some) =~ s/[\\"]/\\$&/gr;
    $scenario =~ s/^title_$language = .*/title_$language = "$title"/m or die "no title\n";
}
$scenario =~ s/^(margin_db = .*?)#.*/$1# =1+1 <script>alert(1)<\/script> ]]> [% 40 + 2 %]/m or die "no margin_db\n";
write_to('scenario.toml', $scenario);

__DATA__
<script>alert(1)</script>
=cmd|' /C calc'!A0
+1+1
@SUM(1)
]]>
"><img src=x onerror=alert(2)>
nam\x{202e}gnuv \x{2067}x
a\x{1}\x{7}\x{1b}[31mb\x{7f}\x{9b}2J
{{7*7}} ${7*7} #{7*7} [% 40 + 2 %] $[name]
it's "quoted" `here`
hai\ndòng
-2+3
javascript:alert(3)
&lt;b&gt; &amp; &#60;
</title></style></textarea><svg onload=alert(4)>
\x{fffe}a\x{85}b\x{2028}c\x{ffff}
_x0041_ %s %n {} {0:d}
'); DROP TABLE villages; --
<!-- --> <?xml version="1.0"?> <![CDATA[x
http://127.0.0.1:9/x
=HYPERLINK("http://127.0.0.1:9","x")
 =1+1
\x{ff1d}1+1
'quoted
#comment
