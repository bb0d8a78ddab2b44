"""What the peers' programs share: arguments, timing, and the shape of the result."""

import json
import os
import sys
import time


def folder_bytes(folder):
    return sum(
        os.path.getsize(os.path.join(root, name))
        for root, _, names in os.walk(folder)
        for name in names
    )


def measure(name, build, size, ask):
    """Builds where nothing was built before, asks every question, prints the result.

    build(lines, folder) makes the index; size(folder) is its bytes; ask(folder) gives a function
    that turns a question into a function without arguments, whose result is the count, or None.
    """
    lines, questions, folder, runs = sys.argv[1:5]
    note = folder + ".json"
    if not os.path.exists(folder) or not os.path.exists(note):
        os.makedirs(folder, exist_ok=True)
        start = time.perf_counter()
        build(lines, folder)
        seconds = time.perf_counter() - start
        with open(note, "w") as file:
            json.dump({"seconds": seconds, "bytes": size(folder)}, file)
    with open(note) as file:
        built = json.load(file)
    with open(questions) as file:
        asked = json.load(file)
    prepare = ask(folder)
    answers = []
    for question in asked:
        run = prepare(question)
        times, count = [], None
        if run is not None:
            end = time.perf_counter() + 5
            for number in range(int(runs) + 2):
                if number >= 5 and time.perf_counter() > end:
                    break
                start = time.perf_counter()
                count = run()
                if number >= 2:
                    times.append((time.perf_counter() - start) * 1e6)
        answers.append({"id": question["id"], "count": count, "times": times})
    json.dump(
        {
            "name": name,
            "buildSeconds": built["seconds"],
            "byteCount": built["bytes"],
            "answers": answers,
        },
        sys.stdout,
    )
