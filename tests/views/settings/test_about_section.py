"""About: the version, the licences, and where to turn when something does not work."""

from screens import read

from desktop.views.settings.about_section import AboutSection


def test_it_names_the_version_the_licences_and_the_doctor(theme, shown):
    said = read(shown(AboutSection(theme, "0.0.9")))

    assert "Crieur 0.0.9" in said
    assert "Apache License 2.0" in said
    assert "SIL Open Font License" in said
    assert "crieur doctor" in said
