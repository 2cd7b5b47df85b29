"""Give orders to the independent client that plays the other people on the network."""

import json
import subprocess
from pathlib import Path
from typing import Any

from servers.local_network import Tools


class People:
    """`people.post("lea", text="Bonjour")` has Léa post it and returns its `uri` and `cid`.

    The orders are the methods of `writer.py`; `sign_up` makes a person and returns their `did`,
    `handle`, `password` and `app_password`.
    """

    def __init__(self, tools: Tools, server: str) -> None:
        command = [str(tools.python), "-W", "ignore", str(Path(__file__).with_name("writer.py"))]
        self._process = subprocess.Popen(
            [*command, server], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __getattr__(self, order: str) -> Any:
        def give(name: str, **details: object) -> Any:
            pipes = self._process
            assert pipes.stdin is not None
            assert pipes.stdout is not None
            pipes.stdin.write(json.dumps({"do": order, "name": name, **details}) + "\n")
            pipes.stdin.flush()
            result = json.loads(pipes.stdout.readline() or '{"failed": "the client ended"}')
            if "failed" in result:
                raise AssertionError(f"{order}: {result['failed']}")
            return result["done"]

        return give

    def close(self) -> None:
        """End the client."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait(20)
