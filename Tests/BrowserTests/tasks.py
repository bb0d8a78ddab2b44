"""What people come for: forty tasks, each done by mouse, by keyboard alone and without scripts."""

import subprocess
import sys

TASKS = []


def task(goal, ways=("mouse", "keyboard", "no scripts")):
    def note(steps):
        TASKS.append((goal, ways, steps))
        return steps
    return note


WITH_SCRIPTS = ("mouse", "keyboard")


@task("see how much is in the index")
def _(hand):
    hand.open("/")
    hand.sees("312 assets")


@task("see which formats there are, and look at one")
def _(hand):
    hand.open("/")
    hand.follow("tiff")
    hand.found(5)


@task("run an example of the home page")
def _(hand):
    hand.open("/")
    hand.go(hand.page.locator(".examples a").first)
    assert hand.total() > 0


@task("list everything")
def _(hand):
    hand.open("/")
    hand.follow("Show them all")
    hand.found(312)


@task("find a word anywhere")
def _(hand):
    hand.open("/")
    hand.ask("osmium")
    assert hand.total() >= 2
    hand.sees("B17_lacuna.tif")


@task("find a range of voltages in any unit")
def _(hand):
    hand.open("/")
    hand.ask("voltage:5kV..20kV pixel.size<50nm")
    hand.found(1)
    hand.sees("B18_canal.tif")


@task("narrow down by a value")
def _(hand):
    hand.open("/?q=has:voltage")
    hand.follow("osmium tetroxide")
    hand.found(1)
    hand.at("stain")


@task("widen again by dropping a condition")
def _(hand):
    hand.open("/?q=has:voltage stain%3Dnothing")
    hand.follow("Remove stain=nothing")
    hand.found(3)


@task("read what each condition finds alone")
def _(hand):
    hand.open("/?q=has:voltage pixel.size<50nm")
    chips = hand.page.get_by_label("Conditions").inner_text()
    assert "has:voltage" in chips and "3" in chips, chips


@task("see which condition makes an answer empty, and go on without it")
def _(hand):
    hand.open("/")
    hand.ask("has:voltage stain=gold")
    hand.found(0)
    hand.go(hand.page.locator(".nothing a").first)
    hand.found(3)


@task("have a wrong unit explained and corrected")
def _(hand):
    hand.open("/")
    hand.ask("voltage<30nm")
    hand.sees("nm is a length")
    assert hand.page.locator("mark").inner_text() == "30nm"
    hand.go(hand.page.locator(".fault a").first)
    assert hand.page.locator(".fault").count() == 0


@task("have a misspelled key corrected")
def _(hand):
    hand.open("/")
    hand.ask("voltge>1kV")
    hand.go(hand.page.locator(".note a").first)
    hand.found(3)


@task("see the answer as pictures")
def _(hand):
    hand.open("/?q=has:voltage")
    hand.follow("Grid")
    hand.at("view=grid")
    assert hand.page.locator(".grid li").count() == 3


@task("go back to the table")
def _(hand):
    hand.open("/?q=has:voltage&view=grid")
    hand.follow("Table")
    assert hand.page.locator("table.hits tbody tr").count() == 3


@task("sort by a column")
def _(hand):
    hand.open("/?q=has:voltage")
    hand.go(hand.page.locator("thead").get_by_role("link", name="voltage"))
    first = hand.page.locator("table.hits tbody tr").first.inner_text()
    assert "B18_canal" in first, first
    assert hand.page.locator("th[aria-sort=ascending]").count() == 1


@task("sort the other way")
def _(hand):
    hand.open("/?q=has:voltage&sort=voltage")
    hand.go(hand.page.locator("thead").get_by_role("link", name="voltage"))
    first = hand.page.locator("table.hits tbody tr").first.inner_text()
    assert "B18_overview" in first, first


@task("choose another column")
def _(hand):
    hand.open("/?q=has:voltage")
    hand.menu("Columns")
    hand.press(hand.page.get_by_label("software", exact=True))
    hand.button("Show these")
    assert "software" in hand.page.locator("table.hits thead").inner_text()
    hand.at("select=software")


@task("add a column in a unit of one's own")
def _(hand):
    hand.open("/?q=has:voltage")
    hand.menu("Columns")
    hand.type(hand.page.get_by_label("Another key, and its unit"), "pixel.size in nm")
    hand.button("Show these")
    hand.sees("32.5 nm")


@task("return to the usual columns")
def _(hand):
    hand.open("/?q=has:voltage&select=software")
    hand.menu("Columns")
    hand.follow("Show the usual ones")
    assert "stain" in hand.page.locator("table.hits thead").inner_text()


@task("narrow down by a key of one's own")
def _(hand):
    hand.open("/?q=has:Plate")
    hand.type(hand.page.get_by_label("Narrow down by another key"), "Plate")
    hand.button("Add")
    hand.follow("P3")
    hand.found(60)


@task("see how a number is distributed, and pick a bin")
def _(hand):
    hand.open("/?q=has:Count&facet=Count+by+50")
    hand.go(hand.page.locator(".histogram a").nth(1))
    hand.found(50)


@task("turn the page, and back to the first")
def _(hand):
    hand.open("/?q=has:Plate")
    first = hand.page.locator("table.hits tbody").inner_text()
    hand.follow("Next page")
    assert hand.page.locator("table.hits tbody").inner_text() != first
    hand.follow("First page")
    assert hand.page.locator("table.hits tbody").inner_text() == first


@task("open an asset and see where a fact was read")
def _(hand):
    hand.open("/?q=B18_canal voltage=5kV")
    hand.follow("B18_canal.tif")
    hand.sees("IFD 0 tag 34682")
    hand.sees("SEM-2")


@task("find a fact of an asset")
def _(hand):
    hand.open("/?q=B18_canal voltage=5kV")
    hand.follow("B18_canal.tif")
    hand.type(hand.page.get_by_label("Show facts that have this"), "dwell")
    hand.button("Filter")
    hand.at("filter=dwell")
    hand.sees("Dwell")
    hand.misses("ImageWidth")


@task("filter facts while typing", WITH_SCRIPTS)
def _(hand):
    hand.open("/?q=B18_canal voltage=5kV")
    hand.follow("B18_canal.tif")
    hand.type(hand.page.get_by_label("Show facts that have this"), "dwell")
    hand.page.wait_for_function("!document.querySelector('#facts').innerText.includes('ImageWidth')")
    hand.sees("Dwell")


@task("see what a sidecar states, and which one")
def _(hand):
    hand.open("/?q=B18_canal voltage=5kV")
    hand.follow("B18_canal.tif")
    hand.sees("A file beside it")
    hand.sees("metadata.yaml")


@task("read about a conflict between a file and what was written beside it")
def _(hand):
    hand.open("/issues")
    hand.follow("conflict")
    hand.found(5)
    hand.go(hand.page.locator("table.hits tbody th a").first)
    assert hand.page.locator(".note").count() == 1


@task("read the whole of a long value")
def _(hand):
    hand.open("/?q=well-001")
    hand.follow("well-001")
    hand.menu("all 3,400 characters")
    assert hand.page.locator("details[open] pre").count() == 1


@task("find other assets with the same value")
def _(hand):
    hand.open("/?q=well-004")
    hand.follow("well-004")
    hand.follow("P5")
    hand.found(60)


@task("list everything in the folder of an asset")
def _(hand):
    hand.open("/?q=B18_canal voltage=5kV")
    hand.follow("B18_canal.tif")
    hand.go(hand.page.locator(".path a"))
    hand.found(12)


@task("look through the keys by a pattern")
def _(hand):
    hand.open("/keys")
    hand.type(hand.page.get_by_label("Pattern over the keys"), "*Exposure*")
    hand.button("Show")
    hand.sees("ome.Image.Pixels.Plane.ExposureTime")


@task("learn what a concept stands for")
def _(hand):
    hand.open("/keys")
    hand.menu("Concepts")
    hand.follow("voltage")
    hand.sees("fei.Beam.HV")


@task("see the values of a key, and take one")
def _(hand):
    hand.open("/keys/Plate")
    hand.sees("300 assets")
    hand.follow("P2")
    hand.found(60)


@task("run a saved query with its usual values")
def _(hand):
    hand.open("/queries")
    hand.follow("Images with small pixels")
    hand.button("Run")
    assert hand.total() > 0


@task("run a saved query with a value of one's own")
def _(hand):
    hand.open("/queries/stain")
    hand.type(hand.page.locator("#p-stain"), "DAPI")
    hand.button("Run")
    assert hand.total() == 2


@task("have a wrong value of a saved query explained")
def _(hand):
    hand.open("/queries/fine-pixels")
    hand.type(hand.page.locator("#p-size"), "red")
    hand.button("Run")
    hand.sees("is a quantity")


@task("copy a search to the command line, and have it find the same")
def _(hand):
    hand.open("/?q=has:voltage")
    hand.menu("Copy as")
    command = hand.page.locator("#copy-cli").inner_text()
    assert command == "reticle find 'has:voltage'", command


@task("copy a search to curl, and have it find the same")
def _(hand):
    hand.open("/?q=has:voltage \"osmium tetroxide\"")
    hand.menu("Copy as")
    command = hand.page.locator("#copy-curl").inner_text()
    lines = subprocess.run(["bash", "-c", command + " -s"], capture_output=True, text=True, check=True)
    assert len(lines.stdout.splitlines()) == hand.total(), lines


@task("copy a search to Python, and have it find the same")
def _(hand):
    hand.open("/?q=has:voltage")
    hand.menu("Copy as")
    program = hand.page.locator("#copy-python").inner_text()
    count = subprocess.run(
        [sys.executable, "-c", program + "\nprint(len(hits))"], capture_output=True, text=True, check=True)
    assert int(count.stdout) == hand.total(), count


@task("take the whole answer as a table")
def _(hand):
    hand.open("/?q=has:voltage")
    link = hand.page.get_by_role("link", name="CSV", exact=True)
    answer = hand.page.request.get(hand.url + link.get_attribute("href"))
    assert len(answer.text().splitlines()) == 4


@task("send the address of a page to somebody else")
def _(hand):
    hand.open("/?q=has:voltage")
    hand.follow("Grid")
    address = hand.page.url
    hand.open("/")
    hand.page.goto(address)
    hand.found(3)
    assert hand.page.locator(".grid li").count() == 3


@task("reach the search box from anywhere with one key", ("keyboard",))
def _(hand):
    hand.open("/?q=has:voltage")
    hand.page.keyboard.press("/")
    assert hand.page.locator("#q").evaluate("element => element === document.activeElement")


@task("look at values that would run, and have them not run")
def _(hand):
    hand.open("/?q=well-000")
    hand.follow("well-000")
    hand.sees("<script>")
    assert "owned" not in hand.page.title()
