"""Tests against a live server: $RETICLE_PROGRAM is the built program."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import reticle  # noqa: E402

PROGRAM = os.environ["RETICLE_PROGRAM"]
ASSETS = [
    {"path": f"/data/{n:02}.tif", "facts": {"kV": n * 10, "Model": "SEM-1" if n % 2 else "SEM-2"}}
    for n in range(20)
]


class ClientTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = os.path.join(cls.folder.name, "index.sqlite")
        lines = "\n".join(json.dumps(asset) for asset in ASSETS).encode()
        subprocess.run(
            [PROGRAM, "import", "-", "--index", cls.path, "--quiet"],
            input=lines, check=True, stdout=subprocess.DEVNULL,
        )
        cls.server = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--index", cls.path], stdout=subprocess.PIPE
        )
        url = cls.server.stdout.readline().decode().split()[-1]
        cls.index = reticle.connect(url, token=reticle.local_token(cls.path))
        cls.anonymous = reticle.connect(url)

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        assert cls.server.wait(20) == 0, "the server did not end in order"
        cls.server.stdout.close()
        cls.folder.cleanup()

    def test_hits_stream_and_are_counted(self):
        found = self.anonymous.find("kV>=100")
        self.assertEqual(len(found), 10)
        self.assertEqual(sorted(hit.path for hit in found), [f"/data/{n}.tif" for n in range(10, 20)])
        self.assertEqual({hit["kV"] for hit in found}, set(range(100, 200, 10)))
        self.assertTrue(found.complete)

    def test_facets_keys_and_statistics(self):
        self.assertEqual(self.index.find("").facet("Model"), {"SEM-1": 10, "SEM-2": 10})
        self.assertEqual([key["key"] for key in self.index.keys("kV")], ["kV"])
        self.assertEqual(self.index.find("").stats("kV")["max"], 190)

    def test_a_table(self):
        try:
            import pandas  # noqa: F401
        except ImportError:
            self.skipTest("pandas is not installed")
        table = self.index.find("kV>=100", select="kV, Model").to_pandas()
        self.assertEqual(list(table.columns), ["path", "kV", "Model"])
        self.assertEqual(table["kV"].sum(), 1450)

    def test_a_selection_is_frozen_and_its_id_can_be_computed(self):
        selection = self.index.select("Model:SEM-1 | sort kV")
        self.assertEqual(len(selection), 10)
        self.assertEqual(selection.paths()[:2], ["/data/01.tif", "/data/03.tif"])
        with self.index.open("GET", f"/v1/selections/{selection.id}.ndjson") as lines:
            files = hashlib.sha256(lines.read()).hexdigest()
        text = f"{selection.canonical}\n{selection.revision}\n{files}\n"
        self.assertEqual(hashlib.sha256(text.encode()).hexdigest(), selection.id)
        self.index.import_facts([{"path": "/data/99.tif", "facts": {"Model": "SEM-1", "kV": 999}}])
        self.assertEqual(len(self.index.selection(selection.id[:10]).paths()), 10)
        self.assertEqual([each["path"] for each in selection.diff().came], ["/data/99.tif"])
        self.index.import_facts([{"path": "/data/99.tif", "facts": {}}])

    def test_what_is_wrong_is_said_with_its_place(self):
        with self.assertRaises(reticle.ReticleError) as caught:
            len(self.index.find("kV<30nmm"))
        self.assertEqual(caught.exception.status, 400)
        self.assertEqual(caught.exception.errors[0]["start"], 3)
        with self.assertRaises(reticle.ReticleError) as caught:
            self.anonymous.select("")
        self.assertEqual(caught.exception.status, 401)

    def test_events_are_seen_once_also_when_missed(self):
        seen = []
        ready = threading.Event()

        def follow():
            for event in self.index.events():
                seen.append(event)
                if event["event"] == "selection":
                    return

        with self.index.open("GET", "/v1/events") as stream:
            start = stream.readline() + stream.readline()
        last = start.decode().split("from ")[1].strip()
        thread = threading.Thread(target=follow, daemon=True)
        thread.start()
        ready.wait(0.5)
        self.index.import_facts([{"path": "/data/98.tif", "facts": {"kV": 1}}])
        selection = self.index.select("kV:1")
        thread.join(20)
        self.assertEqual([each["data"]["id"] for each in seen if each["event"] == "selection"], [selection.id])
        missed = []
        for event in self.index.events(last):
            missed.append(event)
            if event["event"] == "selection":
                break
        self.assertEqual([e["id"] for e in missed], [e["id"] for e in seen])

    def test_a_folder_is_harvested(self):
        folder = os.path.join(self.folder.name, "files")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "notes.txt"), "w") as file:
            file.write("zebrafish\n")
        harvest = self.index.harvest(folder, wait=60)
        self.assertEqual(harvest["state"], "done", harvest)
        self.assertEqual(harvest["summary"]["new"], 1)
        self.assertEqual(len(self.index.find("name:notes.txt")), 1)


if __name__ == "__main__":
    unittest.main()
