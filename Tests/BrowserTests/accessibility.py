"""axe-core on every page: light and dark, wide, at 200 % zoom and on 320 pixels."""

from axe_playwright_python.sync_playwright import Axe

PAGES = {
    "home": "/",
    "table": "/?q=has:voltage",
    "everything": "/?view=table",
    "columns": "/?q=has:voltage&select=path&select=pixel.size+in+nm&select=stain&sort=-voltage",
    "grid": "/?q=has:voltage&view=grid",
    "facets": "/?q=has:Count&facet=Count+by+50&facet=Plate",
    "explained": "/?q=has:voltage+%7C+explain",
    "counts": "/?q=%7C+count+by+format",
    "nothing": "/?q=has:voltage+stain=gold",
    "fault": "/?q=voltage<30nm",
    "unknown key": "/?q=voltge>1kV",
    "asset": "/?q=B18_canal+voltage=5kV",
    "long values": "/?q=well-001",
    "keys": "/keys",
    "keys by pattern": "/keys?pattern=*pixel*",
    "concept": "/keys/voltage",
    "key": "/keys/Plate",
    "saved queries": "/queries",
    "saved query": "/queries/fine-pixels",
    "saved query refused": "/queries/fine-pixels?size=red&run=1",
    "issues": "/issues",
    "not found": "/nowhere",
}
#: Name, width and scale; 200 % of 1280 pixels leave 640.
SIZES = [("1280", 1280, 1), ("200 %", 640, 2), ("320", 320, 1)]


def violations(browser, url):
    """Every violation, and every page that is wider than its window."""
    axe = Axe()
    found = []
    checked = 0
    for scheme in ("light", "dark"):
        for size, width, scale in SIZES:
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": 800},
                device_scale_factor=scale, bypass_csp=True,
                extra_http_headers={"Accept": "text/html"})
            page = context.new_page()
            for name, path in PAGES.items():
                page.goto(url + path)
                if name in ("asset", "long values"):
                    page.locator("table.hits tbody th a").first.click()
                    page.wait_for_load_state()
                for menu in page.locator("details.menu:not([open]) > summary").all()[:1]:
                    menu.click()
                where = f"{name}, {scheme}, {size}"
                for violation in axe.run(page).response["violations"]:
                    targets = [node["target"] for node in violation["nodes"]][:3]
                    found.append(f"{where}: {violation['id']} {targets}")
                overflow = page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if overflow > 0:
                    found.append(f"{where}: {overflow} pixels wider than the window")
                checked += 1
            context.close()
    return checked, found
