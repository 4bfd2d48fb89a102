"""Datasette's own pages under our headers: the editor, the menus and the names that a screen reader says."""

from __future__ import annotations

from typing import Any

from tests.pages_of_ours import DATASETTE


def test_the_sql_editor_works(glance: Any, address: str) -> None:
    glance.goto(f"{address}/news?sql=select+id,+title+from+stories+where+id=1")
    assert glance.locator(".CodeMirror").is_visible()
    glance.get_by_role("button", name="Format SQL").click()
    with glance.expect_navigation():
        glance.get_by_role("button", name="Run SQL").click()
    assert "Harbour sell-off" in glance.locator("table.rows-and-columns").inner_text()


def test_the_menus_of_a_table_work(glance: Any, address: str) -> None:
    glance.goto(f"{address}/news/articles")
    glance.locator("th[data-column=title] .dropdown-menu-icon").click()
    glance.locator(".dropdown-menu").get_by_text("Facet by this").wait_for()


def test_a_table_is_filtered_by_the_names_of_its_fields(glance: Any, address: str) -> None:
    glance.goto(address + DATASETTE["table"])
    glance.get_by_label("Column of the filter").select_option("language")
    glance.get_by_label("Value of the filter").fill("ar")
    with glance.expect_navigation(url="**language**"):
        glance.get_by_role("button", name="Apply").click()
    assert glance.locator("table.rows-and-columns tbody tr").count() == 1


def test_a_question_is_asked_in_a_field_that_has_a_name(glance: Any, address: str) -> None:
    glance.goto(address + DATASETTE["query"])
    assert glance.get_by_role("textbox", name="SQL").count() == 1
