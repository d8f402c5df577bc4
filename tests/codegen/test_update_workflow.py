"""The scheduled workflow cannot run here; that it can be read, is careful, and calls what there is, can be seen."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.files import load_file
from tests.codegen.documents import ROOT
from tests.codegen.tiny_spec import make_spec, publish

WORKFLOW = ROOT / ".github" / "workflows" / "spec-update.yml"


def read_workflow() -> Any:
    return load_file(WORKFLOW)  # plain YAML would take the key `on` for true


def list_steps() -> list[dict[str, Any]]:
    return read_workflow()["jobs"]["update"]["steps"]


def test_it_runs_every_week_and_by_hand() -> None:
    triggers = read_workflow()["on"]
    assert set(triggers) == {"schedule", "workflow_dispatch"}
    assert [len(entry["cron"].split()) for entry in triggers["schedule"]] == [5]


def test_it_calls_make_targets_that_exist() -> None:
    scripts = "\n".join(step.get("run", "") for step in list_steps())
    targets = set(re.findall(r"make ([a-z.][a-z./-]+)", scripts))
    assert targets == {".venv/.installed-test", "spec-update", "generate", "api-report"}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    assert all(f"\n{target}:" in makefile for target in targets)
    assert "python -m codegen" not in scripts


def test_it_may_do_no_more_than_it_needs() -> None:
    workflow = read_workflow()
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["update"]["permissions"] == {"contents": "write", "pull-requests": "write"}
    used = [step["uses"].partition("@")[0] for step in list_steps() if "uses" in step]
    assert used == ["actions/checkout", "actions/setup-python"]
    assert list_steps()[0]["with"] == {"persist-credentials": False}
    with_token = [step["name"] for step in list_steps() if "GH_TOKEN" in step.get("env", {})]
    assert with_token == ["Find the newest release of the neutral document", "Open or renew the pull request"]
    text = WORKFLOW.read_text(encoding="utf-8")
    assert "secrets." not in text
    assert set(re.findall(r"\$\{\{ *(.+?) *\}\}", text)) == {"github.token"}


def test_each_address_stands_in_one_place() -> None:
    files = [ROOT / "Makefile", *ROOT.glob("codegen/**/*.py"), *ROOT.glob("spec/*"), WORKFLOW]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    for address in ("raw.githubusercontent.com/openresponses/", "raw.githubusercontent.com/openai/"):
        assert text.count(address) == 1


def test_draft_with_missing_words_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = make_spec(tmp_path)
    newer = publish(spec, lambda s: s["Text"]["properties"].update(size={"type": "integer"}))
    assert main(["update", str(newer), "--spec", str(spec), "--draft"]) == 0
    assert "1 need a description in our own words:\n  Text.size" in capsys.readouterr().out
    newer.write_text("{", encoding="utf-8")
    assert main(["update", str(newer), "--spec", str(spec), "--draft"]) == 2


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("is_open", [False, True], ids=["first", "renewed"])
@pytest.mark.parametrize("is_generated", [False, True], ids=["nothing generated", "generated"])
def test_scripts_make_a_pull_request_with_the_report(
    is_open: bool, is_generated: bool, tmp_path: Path
) -> None:
    """Run the scripts as they are, with stand-ins for `make` and `gh` and an empty repository to push to."""
    run = prepare(tmp_path, is_open=is_open, is_generated=is_generated)
    run("Adopt both documents")
    run("Generate")
    run("Open or renew the pull request")
    calls = (tmp_path / "calls.txt").read_text(encoding="utf-8").splitlines()
    assert calls[:2] == [
        "make spec-update FROM=https://a/x.json ARGS=--draft",
        "make spec-update FROM=https://b/y.json ARGS=--draft",
    ]
    assert [call.partition(" --")[0] for call in calls if call.startswith("gh pr ")] == [
        "gh pr list",
        "gh pr edit spec-update" if is_open else "gh pr create",
    ]
    body = (tmp_path / "work" / "body.md").read_text(encoding="utf-8")
    assert body.count("1 need a description") == 2
    assert ("Nothing could be generated yet:\nhas no public name" in body) == (not is_generated)
    pushed = git(tmp_path / "there.git", "show", "--stat", "--format=%s", "spec-update")
    assert pushed.startswith("Adopt the newer published document")
    assert "spec/a.yaml" in pushed


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_scripts_do_nothing_if_nothing_changed_and_stop_at_a_bad_document(tmp_path: Path) -> None:
    run = prepare(tmp_path, is_open=False, is_generated=True)
    run("Generate")
    run("Open or renew the pull request")
    assert not (tmp_path / "calls.txt").exists()
    (tmp_path / "bin" / "make").write_text("#!/bin/sh\nexit 2\n", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        run("Adopt both documents")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def prepare(folder: Path, *, is_open: bool, is_generated: bool) -> Any:
    """Return what runs a step of the workflow in a small repository, as GitHub does."""
    (folder / "bin").mkdir()
    generate = "exit 0" if is_generated else "echo 'has no public name'; exit 2"
    stand_ins = {
        "make": f"case $1 in spec-update) echo '1 need a description'; echo x >> spec/a.yaml;; *) {generate};; esac",
        "gh": f'case "$1 $2" in "pr list") echo {int(is_open)};; esac',
    }
    for name, script in stand_ins.items():
        file = folder / "bin" / name
        file.write_text(f'#!/bin/sh\necho {name} "$@" >> ../calls.txt\n{script}\n', encoding="utf-8")
        file.chmod(0o755)
    work = folder / "work"
    for name in ("spec/a.yaml", "generated/a.py", "docs/api.txt"):
        (work / name).parent.mkdir(parents=True)
        (work / name).write_text("\n", encoding="utf-8")
    git(folder, "init", "--quiet", "--bare", "there.git")
    git(work, "init", "--quiet")
    git(work, "remote", "add", "origin", str(folder / "there.git"))
    git(work, "add", ".")
    git(work, "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "--quiet", "-m", "Begin")

    def run(step_name: str) -> None:
        step = next(step for step in list_steps() if step.get("name") == step_name)
        own = {key: value for key, value in step.get("env", {}).items() if key != "GH_TOKEN"}
        env = {
            **{**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"},
            **{**read_workflow()["env"], **own},
            **{"NEUTRAL_DOCUMENT": "https://a/x.json", "SUPERSET": "https://b/y.json"},
        }
        options = ["-eo", "pipefail"] if step.get("shell") == "bash" else ["-e"]
        subprocess.run(
            ["bash", *options, "-c", step["run"]], cwd=work, env=env, check=True, capture_output=True
        )

    return run
