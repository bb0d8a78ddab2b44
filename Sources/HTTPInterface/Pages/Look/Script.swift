/// The one script of all pages. Without it everything works; with it, it is quicker.
enum Script {
    static let text = suggestions + copying + filtering + keys

    /// Completion of the query as one types: a combobox with a list, as ARIA describes it.
    private static let suggestions = #"""
        "use strict";
        const bytes = new TextEncoder();
        const text = new TextDecoder();

        // Places in a query are counted in UTF-8 bytes.
        function splice(value, [from, to], replacement) {
          const all = bytes.encode(value);
          const head = text.decode(all.slice(0, from)) + replacement;
          return { value: head + text.decode(all.slice(to)), caret: head.length };
        }

        function element(name, className, content) {
          const made = document.createElement(name);
          if (className) made.className = className;
          if (content !== undefined) made.textContent = content;
          return made;
        }

        class Combobox {
          constructor(input) {
            this.input = input;
            this.options = [];
            this.active = -1;
            this.turn = 0;
            this.list = element("ul", "suggestions");
            this.list.id = input.id + "-suggestions";
            this.list.setAttribute("role", "listbox");
            this.list.setAttribute("aria-label", "Suggestions");
            this.list.hidden = true;
            this.news = element("div", "aside");
            this.news.setAttribute("role", "status");
            input.after(this.list, this.news);
            for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"],
              ["aria-expanded", "false"], ["aria-controls", this.list.id], ["aria-haspopup", "listbox"]]) {
              input.setAttribute(name, value);
            }
            input.addEventListener("input", () => this.ask());
            input.addEventListener("keydown", event => this.key(event));
            input.addEventListener("blur", () => this.close());
            this.list.addEventListener("mousedown", event => {
              event.preventDefault();
              const option = event.target.closest("[role=option]");
              if (option) this.take([...this.list.children].indexOf(option));
            });
          }

          ask() {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.fetch(), 60);
          }

          async fetch() {
            const turn = ++this.turn;
            const { value, selectionStart } = this.input;
            const at = bytes.encode(value.slice(0, selectionStart ?? value.length)).length;
            const query = new URLSearchParams({ q: value, at });
            try {
              const response = await fetch(this.input.dataset.suggest + "?" + query);
              if (!response.ok) return this.close();
              const { suggestions } = await response.json();
              if (turn === this.turn && document.activeElement === this.input) this.show(suggestions);
            } catch {
              this.close();
            }
          }

          show(options) {
            this.options = options;
            this.active = -1;
            this.list.replaceChildren(...options.map((option, place) => {
              const row = element("li");
              row.id = this.list.id + "-" + place;
              row.setAttribute("role", "option");
              row.setAttribute("aria-selected", "false");
              row.append(element("span", "text", option.text),
                element("span", "note", [option.kind, option.note].filter(Boolean).join(" · ")),
                element("span", "count", option.count?.toLocaleString("en") ?? ""));
              return row;
            }));
            this.list.hidden = options.length === 0;
            this.input.setAttribute("aria-expanded", String(options.length > 0));
            this.input.removeAttribute("aria-activedescendant");
            this.news.textContent = options.length === 1 ? "1 suggestion"
              : options.length ? options.length + " suggestions" : "";
          }

          close() {
            this.turn++;
            clearTimeout(this.timer);
            this.show([]);
          }

          move(step) {
            const count = this.options.length;
            this.list.children[this.active]?.setAttribute("aria-selected", "false");
            this.active = this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count;
            const row = this.list.children[this.active];
            row.setAttribute("aria-selected", "true");
            row.scrollIntoView({ block: "nearest" });
            this.input.setAttribute("aria-activedescendant", row.id);
          }

          take(place) {
            const option = this.options[place];
            const { value, caret } = splice(this.input.value, option.replace, option.text);
            this.input.value = value;
            this.input.setSelectionRange(caret, caret);
            this.close();
            this.ask();
          }

          key(event) {
            const isOpen = this.options.length > 0;
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              event.preventDefault();
              if (isOpen) this.move(event.key === "ArrowDown" ? 1 : -1);
              else this.fetch();
            } else if (event.key === "Enter" && isOpen && this.active >= 0) {
              event.preventDefault();
              this.take(this.active);
            } else if (event.key === "Escape" && isOpen) {
              event.preventDefault();
              this.close();
            }
          }
        }

        for (const input of document.querySelectorAll("input[data-suggest]")) new Combobox(input);

        """#

    /// A button that copies what stands in a box.
    private static let copying = #"""
        for (const box of document.querySelectorAll("[data-copy]")) {
          const button = element("button", "copy", "Copy");
          button.type = "button";
          const name = document.getElementById(box.id + "-name")?.textContent ?? "command";
          button.setAttribute("aria-label", "Copy the " + name);
          button.addEventListener("click", async () => {
            try {
              await navigator.clipboard.writeText(box.textContent);
              button.textContent = "Copied";
            } catch {
              getSelection().selectAllChildren(box);
              button.textContent = "Press Ctrl+C";
            }
            setTimeout(() => { button.textContent = "Copy"; }, 2000);
          });
          box.before(button);
        }

        """#

    /// Facts that have a text, while one types it.
    private static let filtering = #"""
        for (const input of document.querySelectorAll("input[data-filter]")) {
          const rows = [...document.querySelectorAll("#" + input.dataset.filter + " tbody tr:not(.group)")];
          const texts = rows.map(row => {
            const group = row.parentElement.querySelector(".group");
            return (group ? group.textContent + "." : "") + row.textContent;
          }).map(found => found.toLowerCase());
          const count = document.getElementById(input.dataset.filter + "-count");
          const filter = () => {
            const wanted = input.value.trim().toLowerCase();
            let shown = 0;
            rows.forEach((row, place) => {
              row.hidden = !texts[place].includes(wanted);
              if (!row.hidden) shown++;
            });
            for (const group of document.querySelectorAll("#" + input.dataset.filter + " tbody")) {
              group.hidden = !group.querySelector("tr:not(.group):not([hidden])");
            }
            for (const part of document.querySelectorAll("#" + input.dataset.filter + " .namespace")) {
              part.hidden = !part.querySelector("tbody:not([hidden])");
            }
            count.textContent = shown === 1 ? "1 fact" : shown.toLocaleString("en") + " facts";
          };
          input.addEventListener("input", filter);
        }

        """#

    /// Keys that work on every page, and forms that send nothing empty.
    private static let keys = #"""
        document.addEventListener("keydown", event => {
          const isTyping = event.target.closest("input, textarea, select");
          if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
            const box = document.querySelector("input[type=search]");
            if (!box) return;
            event.preventDefault();
            box.focus();
            box.select();
          }
          if (event.key === "Escape") {
            const menu = event.target.closest(".menu[open]");
            if (!menu) return;
            menu.open = false;
            menu.querySelector("summary").focus();
          }
        });
        for (const menu of document.querySelectorAll(".menu")) {
          menu.addEventListener("toggle", () => {
            if (!menu.open) return;
            for (const other of document.querySelectorAll(".menu[open]")) {
              if (other !== menu) other.open = false;
            }
          });
        }
        for (const form of document.querySelectorAll(".menu form")) {
          form.addEventListener("submit", () => {
            for (const input of form.querySelectorAll("input:not([type=hidden]):not([type=checkbox])")) {
              if (!input.value.trim()) input.disabled = true;
            }
          });
        }

        """#
}
