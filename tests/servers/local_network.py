"""A real Bluesky network on this machine, with the databases it needs."""

import base64
import ctypes
import hmac
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread  # noqa: TID251 - nothing here has lanes

_START_SECONDS = 300
_STOP_SECONDS = 20
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Tools:
    """Where `install.sh` put what a network is made of."""

    python: Path
    node: Path
    packages: Path


def installed_tools() -> Tools:
    """Return the installed programs; the cache folder is named by `run.sh`."""
    cache = Path(os.environ["CRIEUR_SERVERS_CACHE"])
    programs = cache / "atproto-client" / "bin"
    return Tools(programs / "python", programs / "node", cache / "atproto" / "net")


class LocalNetwork:
    """PostgreSQL, Redis and the network's own servers, all on loopback, all in one folder.

    `stop_server` and `start_server` take the data server, the one an account is connected to,
    down and up again; its accounts, its posts and its sessions survive.
    """

    def __init__(self, folder: Path, tools: Tools) -> None:
        self._folder = folder
        self._tools = tools
        self._processes: list[subprocess.Popen[str]] = []
        self._lines: Queue[str] = Queue()
        self.pds = ""
        self.appview = ""
        self.is_stopped = False
        self._secret = b""

    def start(self) -> None:
        """Start everything and return when the network answers."""
        postgres_port, redis_port = _free_port(), _free_port()
        self._start_redis(redis_port)
        self._start_postgres(postgres_port)
        environment = {
            "PATH": f"{self._tools.node.parent}:/usr/bin:/bin",
            "HOME": str(self._folder),
            "TMPDIR": str(self._folder),
            "DB_POSTGRES_URL": f"postgresql://crieur@127.0.0.1:{postgres_port}/crieur",
            "REDIS_HOST": f"127.0.0.1:{redis_port}",
            "LOG_ENABLED": "false",
        }
        script = Path(__file__).with_name("network.mjs")
        network = self._run(
            [str(self._tools.node), "--no-deprecation", str(script), str(self._tools.packages)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        Thread(target=self._read_lines, args=(network,), daemon=True).start()
        facts = json.loads(self._wait_for("READY").removeprefix("READY "))
        self.pds = facts["pds"]
        self.appview = facts["appview"]
        self._secret = facts["secret"].encode()

    def stop_server(self) -> None:
        """Take the data server down: connections to it are refused."""
        self._command("stop", "STOPPED")
        self.is_stopped = True

    def start_server(self) -> None:
        """Bring the data server back where it was."""
        self._command("start", "STARTED")
        self.is_stopped = False

    def expired(self, token: str) -> str:
        """Return a session's token as it is when its time is over, with a true signature."""
        head, body, _ = token.split(".")
        claims = json.loads(base64.urlsafe_b64decode(body + "=="))
        over = json.dumps(claims | {"exp": claims["iat"]}).encode()
        signed = f"{head}.{_unpadded(over)}"
        return f"{signed}.{_unpadded(hmac.digest(self._secret, signed.encode(), 'sha256'))}"

    def close(self) -> None:
        """End everything, in the reverse order of its start."""
        for process in reversed(self._processes):
            if process.stdin is not None:
                process.stdin.close()
            else:
                process.terminate()
            try:
                process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()
        self._processes.clear()

    def _command(self, word: str, answer: str) -> None:
        pipe = self._processes[-1].stdin
        assert pipe is not None
        pipe.write(f"{word}\n")
        pipe.flush()
        self._wait_for(answer)

    def _run(self, command: list[str], **options: object) -> subprocess.Popen[str]:
        with (self._folder / f"{Path(command[0]).name}.log").open("a") as log:
            process: subprocess.Popen[str] = subprocess.Popen(  # type: ignore[call-overload] # options vary
                command,
                text=True,
                stderr=log,
                preexec_fn=_end_with_parent,
                **{"stdout": log, **options},
            )
        self._processes.append(process)
        return process

    def _read_lines(self, network: subprocess.Popen[str]) -> None:
        assert network.stdout is not None
        for line in network.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put("ENDED")

    def _wait_for(self, word: str) -> str:
        until = time.monotonic() + _START_SECONDS
        while (left := until - time.monotonic()) > 0:
            try:
                line = self._lines.get(timeout=left)
            except Empty:
                break
            if line.startswith(word):
                return line
            if line == "ENDED":
                break
        log = (self._folder / "node.log").read_text(errors="replace")[-3_000:]
        raise RuntimeError(f"the local network never said {word}:\n{log}")

    def _start_redis(self, port: int) -> None:
        self._run(
            ["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", ""],
            cwd=self._folder,
        )

    def _start_postgres(self, port: int) -> None:
        """Make and start a cluster that only this network uses and that nothing outlives."""
        data = self._folder / "postgres"
        data.mkdir()
        other: dict[str, object] = {"cwd": data}
        if os.getuid() == 0:
            # The database refuses to run as root.
            other["user"] = other["group"] = "postgres"
            shutil.chown(data, "postgres", "postgres")
            for parent in (self._folder, *self._folder.parents):
                if parent.stat().st_uid == 0 and not parent.stat().st_mode & 0o001:
                    parent.chmod(parent.stat().st_mode | 0o011)
        programs = _postgres_programs()
        cluster = [str(programs / "initdb"), "-D", str(data), "-U", "crieur", "-A", "trust"]
        subprocess.run(
            [*cluster, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
            check=True,
            capture_output=True,
            extra_groups=[] if os.getuid() == 0 else None,
            **other,  # type: ignore[call-overload] # options vary
        )
        settings = {
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "fsync": "off",
            "max_connections": "200",
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        self._run(
            [str(programs / "postgres"), "-D", str(data), "-p", str(port), *options],
            extra_groups=[] if os.getuid() == 0 else None,
            **other,
        )
        self._create_database(programs, port)

    def _create_database(self, programs: Path, port: int) -> None:
        command = [str(programs / "createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", "crieur"]
        until = time.monotonic() + _START_SECONDS
        while subprocess.run([*command, "crieur"], capture_output=True).returncode != 0:
            if time.monotonic() > until or self._processes[-1].poll() is not None:
                log = (self._folder / "postgres.log").read_text(errors="replace")[-3_000:]
                raise RuntimeError(f"PostgreSQL does not start:\n{log}")
            time.sleep(0.1)  # noqa: TID251 - another program's start has no event to wait on


def _unpadded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _end_with_parent() -> None:
    """Have Linux end this process when the tests are killed and cannot do it themselves."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _postgres_programs() -> Path:
    """Return the newest installed version's folder."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    if versions:
        return versions[-1]
    found = shutil.which("initdb")
    if found is None:
        raise RuntimeError("PostgreSQL is not installed")
    return Path(found).resolve().parent


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
