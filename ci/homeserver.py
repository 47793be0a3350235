"""What ci/synapse and ci/dendrite share: a homeserver on this machine that keeps everything in one folder."""

import argparse
import hashlib
import hmac
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "matrix-conformance"


def main(name: str, description: str, start: Callable[[argparse.Namespace], None], token_path: str) -> None:
    """Carries out the command line. `token_path` is where the administrators of this homeserver make tokens."""
    options = parse(name, description)
    options.dir = options.dir.resolve()
    commands = {
        "start": lambda: start(options),
        "stop": lambda: stop(name, options.dir),
        "token": lambda: print(call(options.dir, token_path, {}, register(options.dir, admin=True))["token"]),
        "admin": lambda: print(register(options.dir, admin=True)),
        "users": lambda: [print(register(options.dir)) for _ in range(3)],
    }
    commands[options.command]()


def parse(name: str, description: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", nargs="?", default="start",
                        choices=["start", "stop", "token", "admin", "users"])
    parser.add_argument("--dir", type=Path, default=Path(tempfile.gettempdir()) / f"matrix-conformance-{name.lower()}",
                        help="the folder of this instance: configuration, database, log")
    parser.add_argument("--port", type=int, default=0, help="0 picks a free one")
    parser.add_argument("--server-name", default="hs.test")
    parser.add_argument("--secret", default=f"{name.lower()}-secret", help="the registration shared secret")
    parser.add_argument("--require-token", action="store_true", help="registration asks for a registration token")
    parser.add_argument("--closed", action="store_true", help="no open registration")
    parser.add_argument("--stock", action="store_true", help="leave the rate limits as they come")
    parser.add_argument("--application-service", type=Path, action="append", default=[], metavar="FILE",
                        help="a registration file of an application service")
    parser.add_argument("--as-token", metavar="TOKEN",
                        help="the token of an application service that owns every user whose name starts with as_")
    return parser.parse_args()


def clear(name: str, options: argparse.Namespace) -> str:
    """Makes the folder anew, as an old database would bring its old users, and gives the URL to listen at."""
    if running(options.dir):
        stop(name, options.dir)
    shutil.rmtree(options.dir, ignore_errors=True)
    options.dir.mkdir(parents=True)
    url = f"http://127.0.0.1:{options.port or free_port()}"
    write(options.dir / "instance.json", {"url": url, "secret": options.secret})
    return url


def application_services(options: argparse.Namespace) -> list[str]:
    files = [file.resolve() for file in options.application_service]
    if options.as_token:
        own = options.dir / "application-service.json"
        write(own, registration(options.as_token, options.server_name))
        files.append(own)
    return [str(file) for file in files]


def registration(as_token: str, server_name: str) -> dict:
    """An application service without an address: it asks, and is never told anything."""
    users = {"exclusive": True, "regex": f"@as_.*:{re.escape(server_name)}"}
    return {
        "id": "matrix-conformance",
        "url": None,
        "as_token": as_token,
        "hs_token": secrets.token_hex(16),
        "sender_localpart": "as_sender",
        "rate_limited": False,
        "namespaces": {"users": [users], "aliases": [], "rooms": []},
    }


def launch(name: str, folder: Path, command: list[str], url: str) -> None:
    """Starts it so that it outlives this script, and prints its URL once it answers."""
    with open(folder / "stdout.log", "wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
        )
    (folder / "pid").write_text(f"{process.pid}\n")
    if not answers(process, url):
        process.kill()
        say((folder / "stdout.log").read_text(errors="replace")[-4000:])
        raise SystemExit(f"{name} did not come up; its log is above.")
    print(url)


def answers(process: subprocess.Popen, url: str) -> bool:
    end = time.monotonic() + 90
    while process.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{url}/_matrix/client/versions", timeout=5):
                return True
        except OSError:
            time.sleep(0.2)
    return False


def stop(name: str, folder: Path) -> None:
    pid = running(folder)
    if pid is None:
        say(f"no {name} runs there")
        return
    os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + 15
    while running(folder) and time.monotonic() < end:
        time.sleep(0.1)
    if running(folder):
        os.kill(pid, signal.SIGKILL)


def running(folder: Path) -> int | None:
    """The process of this folder: a number that was given to another program since does not count."""
    try:
        pid = int((folder / "pid").read_text())
        command = subprocess.run(["ps", "-o", "stat=,args=", "-p", str(pid)], capture_output=True, text=True).stdout
    except (OSError, ValueError):
        return None
    return pid if f"{folder}/" in command and not command.startswith("Z") else None


def register(folder: Path, admin: bool = False) -> str:
    """An access token of a new user, by the shared secret."""
    path, name, password = "/_synapse/admin/v1/register", f"ci-{secrets.token_hex(6)}", secrets.token_hex(16)
    nonce = call(folder, path)["nonce"]
    secret = json.loads((folder / "instance.json").read_text())["secret"]
    text = "\0".join([nonce, name, password, "admin" if admin else "notadmin"])
    mac = hmac.new(secret.encode(), text.encode(), hashlib.sha1).hexdigest()
    body = {"nonce": nonce, "username": name, "password": password, "admin": admin, "mac": mac}
    return call(folder, path, body)["access_token"]


def call(folder: Path, path: str, body: dict | None = None, access_token: str = "") -> dict:
    url = json.loads((folder / "instance.json").read_text())["url"] + path
    headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {access_token}"} if access_token else {})
    data = None if body is None else json.dumps(body).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=30) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        raise SystemExit(f"{path}: {error.code} {error.read().decode(errors='replace')}")


def write(file: Path, value: dict) -> None:
    file.write_text(json.dumps(value, indent=2) + "\n")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def say(line: str) -> None:
    print(line, file=sys.stderr)
