"""A way out of this computer that leads nowhere."""

from dataclasses import dataclass, field

from desktop.services.connection import Reached
from desktop.services.domain.proxy import Proxy


@dataclass
class FakeConnection:
    """Notes what was chosen and asked; `trouble` is raised by whatever is done next."""

    chosen: list[tuple[str, str | None]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    system: Proxy | None = None
    reached: Reached = field(default_factory=lambda: Reached("shop.test", ""))
    trouble: Exception | None = None
    is_session_only: bool = False

    def choose(self, setting: str, password: str | None = None) -> None:
        self._check()
        self.chosen.append((setting, password))

    def keep_for_this_session_only(self) -> None:
        self.is_session_only = True
        self.trouble = None

    def system_proxy(self) -> Proxy | None:
        self._check()
        return self.system

    def try_out(self, server: str) -> Reached:
        self._check()
        self.asked.append(server)
        return self.reached

    def _check(self) -> None:
        if self.trouble is not None:
            raise self.trouble
