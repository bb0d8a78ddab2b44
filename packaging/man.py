"""Writes reticle(1) from what the program says of itself: `man.py PROGRAM > reticle.1`."""

import json
import subprocess
import sys


def escaped(text: str) -> str:
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in lines)


def spelled(name: dict) -> str:
    return ("-" if name["kind"] == "short" else "--") + name["name"]


def command(entry: dict, path: str) -> list[str]:
    lines = [f".SS {escaped(path)}", escaped(entry.get("abstract", ""))]
    if entry.get("discussion"):
        lines += [".PP", ".nf", escaped(entry["discussion"]), ".fi"]
    for argument in entry.get("arguments", []):
        if not argument.get("shouldDisplay", True):
            continue
        names = ", ".join(spelled(name) for name in argument.get("names", []))
        value = argument.get("valueName", "")
        shown = f"<{value}>" if argument["kind"] == "positional" else names
        if argument["kind"] == "option":
            shown += f" <{value}>"
        lines += [".TP", f".B {escaped(shown)}", escaped(argument.get("abstract", ""))]
        if argument.get("discussion"):
            lines.append(escaped(argument["discussion"]))
    for part in entry.get("subcommands", []):
        if part.get("shouldDisplay", True) and part["commandName"] != "help":
            lines += command(part, f"{path} {part['commandName']}")
    return lines


def main() -> None:
    dump = subprocess.run(
        [sys.argv[1], "--experimental-dump-help"], check=True, capture_output=True, text=True
    ).stdout
    root = json.loads(dump)["command"]
    print(".TH RETICLE 1")
    print(".SH NAME\nreticle \\- " + escaped(root["abstract"]))
    print(".SH SYNOPSIS\n.B reticle\n<command> [<options>]\n.SH COMMANDS")
    for part in root.get("subcommands", []):
        if part.get("shouldDisplay", True) and part["commandName"] != "help":
            print("\n".join(command(part, f"reticle {part['commandName']}")))
    print(".SH EXIT STATUS\n0 where something was found, 1 where nothing was, 2 on an error.")
    print(".SH FILES\n.TP\n.B /etc/reticle/reticle.yaml\nSettings of the service.")


if __name__ == "__main__":
    main()
