"""The user's note about a person: kept as it is typed, and taken back as a whole."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.services.domain.feed import Person
from desktop.services.people import People
from desktop.ui.history import Step, Way
from desktop.ui.tasks import STORE
from desktop.ui.text import clean_name, isolate
from desktop.views.feed.person_card import PersonCard


class PersonNote(QObject):
    """Keeps what is typed into the note of a card.

    Signals:
        stepped: The note of the person who was shown is another one; carries the `Step`.
    """

    stepped = Signal(object)

    def __init__(self, people: People, card: PersonCard) -> None:
        super().__init__(card)
        self._people = people
        self._card = card
        self._person: Person | None = None
        self._before = self._kept = ""
        card.note_typed.connect(self._keep)

    def show(self, person: Person) -> None:
        """Show the note of a person."""
        self._person = person
        self._before = self._kept = person.note
        self._card.set_note(person.note)

    def leave(self) -> None:
        """Keep what was typed, before another person is shown or none."""
        person = self._person
        if person is None or not person.author_id:
            return
        self._keep(self._card.note)
        before, self._before = self._before, self._kept
        if before != self._kept:
            self.stepped.emit(self._step(person, before, self._kept))

    def _keep(self, text: str) -> None:
        if self._person is not None and text != self._kept:
            self._people.note(self._person.author_id, text)
            self._kept = text

    def _step(self, person: Person, before: str, after: str) -> Step:
        back, again = (
            Way(
                self,
                STORE,
                partial(self._people.note, person.author_id, text),
                partial(self._on_kept, person.author_id, text),
            )
            for text in (before, after)
        )
        name = isolate(clean_name(person.author.name or person.author.handle))
        return Step(
            self.tr("Your note about {name} is kept").format(name=name),
            self.tr("Your note about {name} is as it was before").format(name=name),
            undo=back,
            redo=again,
        )

    def _on_kept(self, author_id: int, text: str, _outcome: object) -> None:
        """Show a note that was taken back, or kept again, where its person is still shown."""
        if self._person is not None and self._person.author_id == author_id:
            self._before = self._kept = text
            self._card.set_note(text)
