"""Runs the worked examples against a live server: $RETICLE_PROGRAM is the built program."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

CLIENT = os.path.abspath(os.path.join(os.path.dirname(__file__), ".."))
EXAMPLES = os.path.join(CLIENT, "..", "examples")
PROGRAM = os.environ["RETICLE_PROGRAM"]


class ExampleTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        files = os.path.join(self.folder.name, "files")
        os.makedirs(files)
        for name in ("a b.txt", "it's.txt", "c.log"):
            with open(os.path.join(files, name), "w") as file:
                file.write(name)
        path = os.path.join(self.folder.name, "index.sqlite")
        subprocess.run(
            [PROGRAM, "harvest", files, "--index", path, "--quiet"],
            check=True, stdout=subprocess.DEVNULL,
        )
        self.server = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--index", path], stdout=subprocess.PIPE
        )
        url = self.server.stdout.readline().decode().split()[-1].rstrip("/")
        with open(path + ".token") as file:
            token = file.read().strip()
        self.environment = {
            **os.environ, "RETICLE_URL": url, "RETICLE_TOKEN": token, "PYTHONPATH": CLIENT,
        }

    def tearDown(self):
        self.server.terminate()
        self.server.wait(20)
        self.server.stdout.close()
        self.folder.cleanup()

    @unittest.skipUnless(shutil.which("curl"), "curl is not installed")
    def test_shell(self):
        done = subprocess.run(
            [os.path.join(EXAMPLES, "digests.sh"), "name:*.txt"],
            env=self.environment, check=True, capture_output=True, text=True,
        )
        self.assertEqual(len(done.stdout.splitlines()), 2)
        self.assertIn("it's.txt", done.stdout)

    @unittest.skipUnless(shutil.which("snakemake"), "snakemake is not installed")
    def test_snakemake(self):
        work = os.path.join(self.folder.name, "work")
        os.makedirs(work)
        subprocess.run(
            [
                "snakemake", "--cores", "1", "--quiet", "--snakefile",
                os.path.join(EXAMPLES, "Snakefile"), "--directory", work,
                "--config", "query=name:*.txt",
            ],
            env=self.environment, check=True, capture_output=True,
        )
        self.assertEqual(len(os.listdir(os.path.join(work, "results"))), 2)


if __name__ == "__main__":
    unittest.main()
