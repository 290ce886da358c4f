"""Birthdays, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import mentions, nothing
from benchmarks.accuracy.states import any_of

APP = App(
    name="birthdays_empty",
    purpose="Remembers the birthdays of my family and friends",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_birthdays()",
            response=nothing,
            right='return state.get("birthdays", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call='add_birthday(name=Mia, date="1994-03-14")',
            state=FOLLOWS,
            after=has(("Mia", "1994-03-14")),
            right="""
                person = {"name": "Mia", "date": "1994-03-14"}
                state.setdefault("birthdays", []).append(person)
                return person
            """,
            tags="sequence date",
        ),
        Case(
            kind="empty",
            call="POST /birthdays",
            data={"name": "Aunt Ruth", "date": "1961-07-30", "likes": "orchids"},
            state=FOLLOWS,
            after=has(("Mia", "1994-03-14"), ("Aunt Ruth", "1961-07-30", "orchids")),
            right="""
                person = {"name": "Aunt Ruth", "date": "1961-07-30", "likes": "orchids"}
                state["birthdays"].append(person)
                return person, 201
            """,
            tags="sequence REST date",
        ),
        Case(
            kind="empty",
            call='add_birthday(name=Jonas, date="1988-11-02")',
            state=FOLLOWS,
            after=has(("Mia", "1994-03-14"), ("Aunt Ruth", "1961-07-30", "orchids"), ("Jonas", "1988-11-02")),
            right="""
                person = {"name": "Jonas", "date": "1988-11-02"}
                state["birthdays"].append(person)
                return person
            """,
            tags="sequence date",
        ),
        Case(
            kind="empty",
            call="when was Jonas born?",
            state=FOLLOWS,
            response=any_of(
                mentions("1988-11-02", omits=("1994-03-14", "1961-07-30")),
                mentions("1988", "November", omits=("1994", "1961")),
                mentions("1988", "Nov", omits=("1994", "1961")),
                mentions("1988", "11", "02", omits=("1994", "1961")),
            ),
            right='return [person["date"] for person in state["birthdays"] if person["name"] == "Jonas"][0]',
            tags="sequence read sentence date",
        ),
        Case(
            kind="empty",
            call="find_birthdays(month=7)",
            state=FOLLOWS,
            response=mentions("Aunt Ruth", omits=("Mia", "Jonas")),
            right='return [person for person in state["birthdays"] if int(person["date"][5:7]) == 7]',
            tags="sequence read filter date",
        ),
        Case(
            kind="empty",
            call='change_date(Mia, "1994-03-15")',
            state=FOLLOWS,
            after=has(
                ("Mia", "1994-03-15"),
                ("Aunt Ruth", "1961-07-30", "orchids"),
                ("Jonas", "1988-11-02"),
                lacks=("1994-03-14",),
            ),
            right="""
                for person in state["birthdays"]:
                    if person["name"] == "Mia":
                        person["date"] = "1994-03-15"
                        return person
            """,
            tags="sequence date",
        ),
        Case(
            kind="empty",
            call="delte_brithday(Jonas)",
            state=FOLLOWS,
            after=has(
                ("Mia", "1994-03-15"), ("Aunt Ruth", "1961-07-30", "orchids"), lacks=("Jonas", "1988-11-02")
            ),
            right="""
                state["birthdays"] = [person for person in state["birthdays"] if person["name"] != "Jonas"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_three_example_birthdays()",
            after=makes_up(3),
            right="""
                dates = {"Ottilie": "1979-02-11", "Farid": "2001-09-05", "Grandpa Joe": "1948-12-24"}
                state["birthdays"] = [{"name": name, "date": dates[name]} for name in dates]
                return state["birthdays"]
            """,
        ),
    ),
)
