"""The Processing script, run in QGIS without a window: python3 tests/tools/qgis_processing_test.py PROGRAM SCENARIO FOLDER"""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(root, "tools", "qgis"))
sys.dont_write_bytecode = True
from phusong_processing import RunPhusong, command_of

faults = 0


def must(holds, what):
    global faults
    faults += 0 if holds else 1
    print(("ok      " if holds else "FAILED  ") + what)


class Feedback(QgsProcessingFeedback):
    def __init__(self, cancel_at=None):
        super().__init__(False)
        self.stages, self.cancel_at = [], cancel_at

    def setProgressText(self, text):
        self.stages.append(text)
        if len(self.stages) == self.cancel_at:
            self.cancel()


def run(program, scenario, folder, feedback, changes=""):
    algorithm = RunPhusong().create()
    values = {"PROGRAM": program, "SCENARIO": scenario, "FOLDER": folder, "CHANGES": changes}
    return algorithm.processAlgorithm(values, QgsProcessingContext(), feedback)


def refused(*arguments, **more):
    try:
        run(*arguments, **more)
    except QgsProcessingException as fault:
        return str(fault)
    return ""


def main():
    program, scenario, folder = sys.argv[1:4]
    application = QgsApplication([], False)
    application.initQgis()
    must(command_of("p", "s; rm x", "f", "a=1\n\n b=2 ") ==
         ["p", "run", "s; rm x", "-o", "f", "--overwrite", "--json", "--set", "a=1", "--set", "b=2"], "no word of the command is split")
    feedback = Feedback()
    result = run(program, scenario, os.path.join(folder, "out"), feedback)
    must(os.path.isfile(result["PROJECT"]), "the project is where the script says")
    must(len(set(feedback.stages)) > 4, f"it told {len(set(feedback.stages))} stages")
    must(feedback.progress() == 100, "it came to 100 %")
    fault = refused(program, scenario, os.path.join(folder, "bad"), Feedback(), changes="rollout.no_such_key=1")
    must("no_such_key" in fault, f"a wrong key is named: {fault}")
    must("does not start" in refused("/no/such/program", scenario, os.path.join(folder, "none"), Feedback()), "a missing program is named")
    run(program, scenario, os.path.join(folder, "stopped"), Feedback(cancel_at=1), changes="seed=77")
    must(not os.path.exists(os.path.join(folder, "stopped")), "cancelled, it leaves nothing")
    sys.stdout.flush()
    os._exit(1 if faults else 0)


main()
