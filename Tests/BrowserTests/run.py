"""Runs the browser tests: `python3 Tests/BrowserTests/run.py .build/debug/reticle`."""

import pathlib
import sys
import time

try:
    import axe_playwright_python  # noqa: F401
    from playwright.sync_api import sync_playwright
except ImportError as error:
    print(f"browser tests: skipped, {error.name} is not installed (pip install playwright axe-playwright-python)")
    sys.exit(0)

import served

#: What the home page may take with everything it needs, in bytes.
HOME_LIMIT = 60_000


def run_tasks(browser, url, wanted):
    from hands import HANDS
    from tasks import TASKS

    failures = []
    print(f"{'task':72} " + " ".join(f"{way:>10}" for way in HANDS))
    for goal, ways, steps in TASKS:
        if wanted and wanted not in goal:
            continue
        marks = []
        for way, hand in HANDS.items():
            if way not in ways:
                marks.append("–")
                continue
            context = browser.new_context(
                java_script_enabled=hand.scripts, viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.set_default_timeout(15_000)
            errors = []
            page.on("pageerror", lambda error: errors.append(f"script error: {error}"))
            page.on("request", lambda request: None if request.url.startswith((url, "data:"))
                    else errors.append(f"request elsewhere: {request.url}"))
            try:
                steps(hand(page, url))
            except Exception as error:
                errors.append(repr(error).splitlines()[0][:300])
            context.close()
            marks.append("failed" if errors else "ok")
            failures += [f"{goal}, {way}: {error}" for error in errors]
        print(f"{goal:72} " + " ".join(f"{mark:>10}" for mark in marks), flush=True)
    return failures


def home_weight(browser, url):
    sizes = {}
    page = browser.new_page()
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.close()
    return sum(sizes.values())


def main():
    if not served.CHROMIUM:
        print("browser tests: skipped, chromium is not installed (apt-get install chromium)")
        return 0
    program = str(pathlib.Path(sys.argv[1]).resolve())
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    began = time.monotonic()
    server = served.Served(program)
    try:
        with sync_playwright() as playwright:
            browser = served.launch(playwright)
            failures = run_tasks(browser, server.url, wanted)
            weight = home_weight(browser, server.url)
            print(f"home page: {weight:,} bytes with all it needs")
            if weight >= HOME_LIMIT:
                failures.append(f"the home page takes {weight:,} bytes, {HOME_LIMIT:,} are allowed")
            if not wanted:
                from accessibility import violations
                checked, found = violations(browser, server.url)
                print(f"axe-core: {checked} pages, {len(found)} violations")
                failures += found
            browser.close()
    finally:
        server.close()
    for failure in failures:
        print("FAILED", failure)
    print(f"browser tests: {len(failures)} failures in {time.monotonic() - began:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
