"""What a person gets who installs the wheel: the command, its folders and a working demo, away from the checkout."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

import pytest
import soundfile

from app import __version__

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "assets" / "demo" / "call.flac"


@dataclass(frozen=True, slots=True)
class Installed:
    """A new environment in which the wheel was installed, and a folder with nothing in it to work from."""

    root: Path
    scripts: Path
    elsewhere: Path

    def run(self, program: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a program of this environment; it must end with status 0 and takes at most five minutes."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        done = subprocess.run(
            [self.scripts / program, *arguments],
            cwd=self.elsewhere,
            env=inherited | {"COLUMNS": "200", "PYTHONUTF8": "1"} | variables,
            capture_output=True,
            check=False,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return done


def pip(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments], check=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build from the checkout with the backend that is already here."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, ROOT)
    [built] = folder.glob("calmline-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel alone; the libraries it needs are borrowed from the running environment."""
    root = tmp_path_factory.mktemp("environment")
    venv.create(root, symlinks=os.name != "nt")
    places = sysconfig.get_paths("venv", vars={"base": str(root), "platbase": str(root)})
    scripts = Path(places["scripts"])
    pip("--python", scripts / "python", "install", "--no-deps", "--no-index", wheel)
    # A path file is not followed from another path file, so an editable install of the checkout stays out of reach.
    Path(places["purelib"], "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return Installed(root=root, scripts=scripts, elsewhere=tmp_path_factory.mktemp("elsewhere"))


def test_wheel_carries_the_package_with_its_folders_and_licence_and_nothing_else(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    shipped = {
        f"app/{path.relative_to(ROOT).as_posix()}"
        for folder in ("assets", "playbooks")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert shipped
    assert shipped <= names
    assert f"calmline-{__version__}.dist-info/licenses/LICENSE" in names
    assert {name.partition("/")[0] for name in names} == {"app", f"calmline-{__version__}.dist-info"}


def test_wheel_names_its_version_licence_and_command(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        information = f"calmline-{__version__}.dist-info"
        metadata = HeaderParser().parsestr(archive.read(f"{information}/METADATA").decode())
        commands = archive.read(f"{information}/entry_points.txt").decode()
    assert (metadata["Name"], metadata["Version"], metadata["License-Expression"]) == ("calmline", __version__, "MIT")
    assert "calmline = app.cli:main" in commands


def test_installed_package_is_not_the_checkout(installed: Installed) -> None:
    imported = installed.run("python", "-c", "import app; print(app.__file__)").stdout.strip()
    assert Path(imported).is_relative_to(installed.root)


@pytest.mark.parametrize("until_s", [60.0, pytest.param(soundfile.info(DEMO).duration, marks=pytest.mark.long)])
def test_installed_demo_shows_transcript_prompts_and_summary(
    installed: Installed, tmp_path: Path, until_s: float
) -> None:
    demo = ("demo", "--pace", "max", "--headless")
    home = str(tmp_path / "home")
    with demo_call(installed, until_s):
        shown = words_of(installed.run("calmline", *demo, CALMLINE_HOME=home, QT_QPA_PLATFORM="offscreen").stdout)
    spoken = long_words_of_the_demo_call(until_s)
    missed = spoken - set(shown)
    assert len(missed) < 0.2 * len(spoken), f"spoken, but not shown: {sorted(missed)}"
    assert any(contains(shown, title) for title in prompt_titles())
    assert contains(shown, "Peak")
    assert contains(shown, "Talk share")


@contextmanager
def demo_call(installed: Installed, until_s: float) -> Iterator[None]:
    """The call of the installed demo ends there."""
    [file] = installed.root.rglob("demo/call.flac")
    whole = file.read_bytes()
    samples, rate = soundfile.read(file, dtype="int16", frames=round(until_s * soundfile.info(file).samplerate))
    soundfile.write(file, samples, rate)
    try:
        yield
    finally:
        file.write_bytes(whole)


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def contains(shown: list[str], phrase: str) -> bool:
    """Whether the words of `phrase` stand next to one another, across line ends and frames too."""
    return f" {' '.join(words_of(phrase))} " in f" {' '.join(shown)} "


def long_words_of_the_demo_call(until_s: float) -> set[str]:
    """Words that an engine hears well and that hardly anything else on the screen has."""
    turns = json.loads(DEMO.with_suffix(".json").read_text(encoding="utf-8"))["turns"]
    said = [turn["text"] for turn in turns if turn["end_s"] <= until_s]
    return {word for text in said for word in words_of(text) if len(word) > 5}


def prompt_titles() -> list[str]:
    playbooks = [tomllib.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "playbooks").glob("*.toml")]
    return [rule["title"] for playbook in playbooks for rule in playbook["rule"]]
