"""Runs a phusong scenario from QGIS's Processing toolbox.

Bộ công cụ Processing > Script > Add Script to Toolbox, rồi chọn tệp này. / Processing toolbox > Scripts > Add Script to
Toolbox, then this file. It needs the program `phusong` on this machine: build it with tools/phusong, or name it below.
QGIS 3.22 and later. Progress comes from the JSON lines that `phusong run --json` writes to stderr.
"""
import json
import os
import shutil
import subprocess
import tempfile
import threading

from qgis.core import (
    QgsProcessingAlgorithm, QgsProcessingException, QgsProcessingOutputFile, QgsProcessingParameterDefinition,
    QgsProcessingParameterFile, QgsProcessingParameterFolderDestination, QgsProcessingParameterString)
from qgis.PyQt.QtCore import QLocale


def said(vi, en):
    """The sentence in QGIS's language: Vietnamese, else English."""
    return vi if QLocale().language() == QLocale.Vietnamese else en


def command_of(program, scenario, folder, changes):
    """The command line, as a list: nothing passes through a shell."""
    command = [program, "run", scenario, "-o", folder, "--overwrite", "--json"]
    for change in changes.splitlines():
        if change.strip():
            command += ["--set", change.strip()]
    return command


def problems_of(answer):
    """Lines for a person from the error that phusong gives as JSON; the text itself when it is none."""
    try:
        problems = json.loads(answer)["error"]["problems"]
        return "\n".join(
            ": ".join(str(problem[part]) for part in ("where", "message", "hint") if problem.get(part)) for problem in problems)
    except (ValueError, KeyError, TypeError):
        return answer.strip()


class RunPhusong(QgsProcessingAlgorithm):
    SCENARIO, CHANGES, PROGRAM, FOLDER, PROJECT = "SCENARIO", "CHANGES", "PROGRAM", "FOLDER", "PROJECT"

    def createInstance(self):
        return RunPhusong()

    def name(self):
        return "phusong_run"

    def displayName(self):
        return said("Tính một kịch bản phủ sóng (phusong)", "Compute a rollout scenario (phusong)")

    def group(self):
        return "phusong"

    def groupId(self):
        return "phusong"

    def shortHelpString(self):
        return said(
            "Tính một kịch bản và ghi mọi kết quả vào một thư mục. Xong thì mở project.qgs trong thư mục ấy: mọi bản đồ "
            "theo năm, có chú giải, thanh thời gian và tờ in A3.",
            "Computes one scenario and writes all results into one folder. Then open project.qgs in that folder: all maps "
            "by year with their legends, a time slider and an A3 sheet to print.")

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterFile(
            self.SCENARIO, said("Tệp kịch bản (TOML)", "Scenario file (TOML)"), extension="toml"))
        self.addParameter(QgsProcessingParameterString(
            self.CHANGES, said("Thay đổi, mỗi dòng một khóa=giá trị", "Changes, one key=value a line"), multiLine=True, optional=True))
        program = QgsProcessingParameterFile(
            self.PROGRAM, said("Chương trình phusong", "The program phusong"),
            defaultValue=os.environ.get("PHUSONG_PROGRAM") or shutil.which("phusong"))
        program.setFlags(program.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
        self.addParameter(program)
        self.addParameter(QgsProcessingParameterFolderDestination(self.FOLDER, said("Thư mục kết quả", "Folder of the results")))
        self.addOutput(QgsProcessingOutputFile(self.PROJECT, said("Dự án QGIS", "QGIS project")))

    def processAlgorithm(self, parameters, context, feedback):
        folder = self.parameterAsString(parameters, self.FOLDER, context)
        command = command_of(
            self.parameterAsString(parameters, self.PROGRAM, context), self.parameterAsString(parameters, self.SCENARIO, context),
            folder, self.parameterAsString(parameters, self.CHANGES, context))
        if os.path.isdir(folder) and not os.listdir(folder):
            os.rmdir(folder)  # QGIS makes the folder; phusong puts a finished one in its place
        feedback.pushCommandInfo(" ".join(command))
        self.follow(command, feedback)
        return {self.FOLDER: folder, self.PROJECT: os.path.join(folder, "project.qgs")}

    def follow(self, command, feedback):
        """Waits for the program, tells its progress, ends it when the user cancels."""
        with tempfile.TemporaryFile() as answer:  # a pipe would fill up while nobody reads it
            try:
                process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=answer, stderr=subprocess.PIPE)
            except OSError as fault:
                raise QgsProcessingException(said(
                    f"Không chạy được {command[0]}: {fault.strerror}", f"{command[0]} does not start: {fault.strerror}"))
            reader = threading.Thread(target=self.tell, args=(process.stderr, feedback))
            reader.start()
            while process.poll() is None:
                if feedback.isCanceled():
                    process.terminate()  # phusong leaves nothing half-written
                try:
                    process.wait(0.2)
                except subprocess.TimeoutExpired:
                    pass
            reader.join()
            process.stderr.close()
            if process.returncode != 0 and not feedback.isCanceled():
                answer.seek(0)
                raise QgsProcessingException(problems_of(answer.read().decode("utf-8", "replace")))
        feedback.setProgress(100)

    def tell(self, lines, feedback):
        stage = None
        for line in lines:
            try:
                said_now = json.loads(line)
            except ValueError:
                feedback.pushInfo(line.decode("utf-8", "replace").rstrip())
                continue
            if "note" in said_now:
                feedback.pushInfo(said_now["note"])
                continue
            if said_now.get("stage") != stage:
                stage = said_now.get("stage")
                feedback.setProgressText(stage)
            feedback.setProgress(100 * said_now.get("share", 0))
