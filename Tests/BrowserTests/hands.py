"""Three ways to use a page: with the mouse, with the keyboard alone, and without scripts."""

import re

ACTIVE = "element => element === document.activeElement"


class Hand:
    """What a user does, in words; subclasses say how."""

    scripts = True
    tabs = 250

    def __init__(self, page, url):
        self.page = page
        self.url = url

    def open(self, path):
        self.page.goto(self.url + path)

    def press(self, locator):
        """Acts on a link, a button or a box to tick."""
        locator.click()

    def go(self, locator):
        """Acts on what leads to another page, and waits for that page."""
        with self.page.expect_navigation():
            self.press(locator)

    def type(self, locator, text):
        locator.fill(text)

    def follow(self, name, exact=True):
        self.go(self.page.get_by_role("link", name=name, exact=exact).first)

    def button(self, name):
        self.go(self.page.get_by_role("button", name=name, exact=True).first)

    def menu(self, name):
        self.press(self.page.locator("summary", has_text=name).first)

    def ask(self, query):
        self.type(self.page.get_by_label("What are you looking for?"), query)
        self.button("Search")

    def total(self):
        return int(self.page.locator(".summary h1").inner_text().split()[0].replace(",", ""))

    def found(self, count):
        assert self.total() == count, f"expected {count}, found {self.total()} at {self.page.url}"

    def sees(self, text):
        body = self.page.locator("main").inner_text()
        assert text in body, f"expected {text!r} at {self.page.url}"

    def misses(self, text):
        body = self.page.locator("main").inner_text()
        assert text not in body, f"did not expect {text!r} at {self.page.url}"

    def at(self, pattern):
        assert re.search(pattern, self.page.url), f"expected {pattern!r} in {self.page.url}"


class Mouse(Hand):
    pass


class Keyboard(Hand):
    """Reaches everything by Tab, as someone without a mouse does."""

    def reach(self, locator):
        locator.wait_for()
        for _ in range(self.tabs):
            if locator.evaluate(ACTIVE):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no Tab leads to {locator} at {self.page.url}")

    def press(self, locator):
        self.reach(locator)
        is_box = locator.evaluate("element => element.type === 'checkbox'")
        self.page.keyboard.press("Space" if is_box else "Enter")

    def type(self, locator, text):
        self.reach(locator)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text) if text else self.page.keyboard.press("Delete")


class NoScripts(Hand):
    scripts = False


HANDS = {"mouse": Mouse, "keyboard": Keyboard, "no scripts": NoScripts}
