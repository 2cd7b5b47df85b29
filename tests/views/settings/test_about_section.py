"""About: the version, the licences, and where to turn when something does not work."""

from screens import read

from desktop.views.settings.about_section import AboutSection


def test_it_names_the_version_the_licences_and_the_doctor(theme, shown):
    said = read(shown(AboutSection(theme, "0.0.9")))

    assert "Crieur 0.0.9" in said
    assert "Apache License 2.0" in said
    assert "SIL Open Font License" in said
    assert "crieur doctor" in said


def test_it_says_what_is_left_out_and_where_that_is_done(theme, shown):
    said = read(shown(AboutSection(theme, "0.0.9")))

    assert "What Crieur leaves out" in said
    assert "your answer is for them only as well" in said
    assert "opens in the browser" in said
    assert "you vote on its own page, in the browser" in said
