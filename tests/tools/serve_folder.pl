#!/usr/bin/perl
# A small HTTP server on 127.0.0.1 for the test of tools/fetch; perl-base is on every Debian.
#   serve_folder.pl FOLDER PORT_FILE LOG_FILE
# Answers GET with Range and If-Range. The version of a file (ETag) is its size and first bytes. A file NAME.cut beside
# NAME holds a number: the next answer for NAME breaks off after so many bytes, once. A file NAME.fail holds an HTTP
# status that is answered once. LOG_FILE gets "PATH RANGE STATUS" per answer.
use strict;
use warnings;
use IO::Socket::INET;

my ($folder, $port_file, $log_file) = @ARGV;
$SIG{PIPE} = 'IGNORE';
my $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => 0, Listen => 8, ReuseAddr => 1) or die "listen: $!";
write_file("$port_file.new", $server->sockport);
rename "$port_file.new", $port_file or die "rename: $!";

while (my $client = $server->accept) {
    my $request = <$client> // '';
    my %header;
    while (defined(my $line = <$client>)) {
        last if $line =~ /^\r?\n$/;
        $header{lc $1} = $2 if $line =~ /^([^:]+):\s*(.*?)\r?\n$/;
    }
    answer($client, $1, \%header) if $request =~ m{^GET (/[^ ]*) HTTP/};
    close $client;
}

sub answer {
    my ($client, $path, $header) = @_;
    my $file = "$folder$path";
    if (defined(my $status = take("$file.fail"))) { return respond($client, $path, '-', $status, '', '') }
    return respond($client, $path, '-', 404, '', 'no such file') if $path =~ /\.\./ || !-f $file;
    my $body = read_file($file);
    my $tag = sprintf '"%d-%s"', length $body, unpack('H*', substr($body, 0, 8));
    my ($status, $extra, $range) = (200, "ETag: $tag\r\n", $header->{range} // '-');
    my $same = !defined $header->{'if-range'} || $header->{'if-range'} eq $tag;
    if ($range =~ /^bytes=(\d+)-$/ && $same) {
        return respond($client, $path, $range, 416, '', '') if $1 >= length $body;
        $extra .= sprintf "Content-Range: bytes %d-%d/%d\r\n", $1, length($body) - 1, length $body;
        ($status, $body) = (206, substr $body, $1);
    }
    respond($client, $path, $range, $status, $extra, $body, take("$file.cut"));
}

sub respond {
    my ($client, $path, $range, $status, $extra, $body, $cut) = @_;
    my $length = length $body;
    $body = substr $body, 0, $cut if defined $cut;
    print $client "HTTP/1.1 $status X\r\nContent-Length: $length\r\n${extra}Connection: close\r\n\r\n$body";
    open my $log, '>>', $log_file or die "log: $!";
    print $log "$path $range $status\n";
    close $log;
}

sub take {
    my ($file) = @_;
    return undef unless -f $file;
    my $value = read_file($file);
    unlink $file;
    $value =~ s/\s+//g;
    return $value;
}

sub read_file {
    my ($file) = @_;
    open my $in, '<:raw', $file or die "$file: $!";
    local $/;
    return scalar <$in>;
}

sub write_file {
    my ($file, $text) = @_;
    open my $out, '>', $file or die "$file: $!";
    print $out $text;
    close $out or die "$file: $!";
}
