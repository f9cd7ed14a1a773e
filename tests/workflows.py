"""GitHub's workflows, run as far as a machine of one's own can: the steps that are commands, in their order.

A step with `uses` is GitHub's or somebody else's program. What such a step leaves behind, a checkout or a
Python, is there before the test begins.
"""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml


@dataclass
class Job:
    """One job of a workflow, in a folder that is checked out already.

    Attributes:
        steps: The steps that run a command, in order, by name.
        folder: The folder that they run in.
        summary: The file of the job's summary.
        log: What they printed.
    """

    steps: dict[str, dict]
    folder: Path
    env: dict[str, str]
    summary: Path
    log: list[str] = field(default_factory=list)

    def run(self, name: str) -> int:
        """Runs one step in the way of GitHub's runner on Linux (`bash -e`); gives its exit code."""
        step = self.steps[name]
        assert "${{" not in step["run"], "an expression in a command is a way in for strangers' words"
        script = self.summary.with_name("step.sh")
        script.write_text(step["run"], encoding="utf-8")
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", str(script)],
            cwd=self.folder,
            env=self.env | step.get("env", {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        self.log.append(run.stdout)
        return run.returncode

    def run_all(self) -> None:
        """Runs every step, each of which must succeed."""
        for name in self.steps:
            code = self.run(name)
            assert code == 0, f"{name} exits with {code}:\n{self.log[-1]}"


def job(workflow: Path, name: str, folder: Path, env: dict[str, str], beside: Path) -> Job:
    """A job of a workflow.

    Args:
        workflow: The workflow's file.
        name: The job's id.
        folder: Where it is checked out.
        env: The environment's variables.
        beside: A folder for GitHub's files, such as the summary.
    """
    read = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    beside.mkdir(parents=True, exist_ok=True)
    files = {name: beside / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV")}
    for file in files.values():
        file.touch()
    steps = {step["name"]: step for step in read["jobs"][name]["steps"] if "run" in step}
    given = {"CI": "true", "GITHUB_ACTIONS": "true", **{name: str(file) for name, file in files.items()}}
    return Job(steps, folder, env | read.get("env", {}) | given, files["GITHUB_STEP_SUMMARY"])
