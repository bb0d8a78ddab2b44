"""A harvested index of the sample study, served by the built program, and the browser that looks at it."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
HOSTILE = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


def rows():
    """Facts made elsewhere: 300 wells on five plates, the first with values that would run."""
    for number in range(300):
        facts = {
            "Plate": f"P{number % 5 + 1}",
            "Well": f"{'ABCDEFGH'[number % 8]}{number % 12 + 1}",
            "Gene Symbol": f"gene{number}",
            "Count": number,
            "Comment": HOSTILE if number == 0 else "counted by hand",
            "Long": "osteocyte lacuna " * 200 if number == 1 else "short",
        }
        yield json.dumps({"path": f"plates/well-{number:03}", "facts": facts})


class Served:
    """`reticle serve` over an index in a folder of its own."""

    def __init__(self, program):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="reticle-browser-"))
        index = self.folder / "index.sqlite"
        self.environment = dict(os.environ, SWIFT_BACKTRACE="enable=no", RETICLE_INDEX=str(index))
        run = lambda words, **more: subprocess.run(
            [program, *words], cwd=ROOT, env=self.environment, check=True, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, **more)
        run(["harvest", "corpus/study"])
        run(["import", "-"], input="\n".join(rows()).encode())
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0"], cwd=ROOT, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.url = next(word for word in self.process.stdout.readline().split() if "://" in word).rstrip("/")

    def close(self):
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)


def launch(playwright):
    return playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
