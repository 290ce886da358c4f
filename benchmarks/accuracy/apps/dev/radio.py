"""A radio: scalars at the root, a list of strings, and settings."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks, prose
from benchmarks.accuracy.states import any_of, becomes

PRESETS = ("Jazz FM", "City News", "Radio Nova", "Classic 24")

APP = App(
    name="radio",
    purpose="The radio in our kitchen; station is the one that plays",
    state={
        "on": True,
        "station": "Jazz FM",
        "volume": 35,
        "muted": False,
        "sleepMinutes": 0,
        "presets": [*PRESETS],
        "settings": {"clock": "24h", "brightness": 3, "language": "en"},
    },
    cases=(
        Case(
            kind="read",
            call="getStation()",
            response=answers("Jazz FM", also=(True,)),
            right='return {"station": state["station"]}',
        ),
        Case(
            kind="read",
            call="listPresets()",
            response=any_of(picks("/presets", 0, 1, 2, 3), mentions(*PRESETS, omits=("24h", "brightness"))),
            right='return state["presets"]',
        ),
        Case(
            kind="write",
            call="volumeUp(5)",
            after=becomes({"/volume": 40}),
            right='state["volume"] += 5\nreturn {"volume": state["volume"]}',
            tags="counter",
        ),
        Case(
            kind="write",
            call="nextPreset()",
            after=becomes({"/station": "City News"}),
            right="""
                presets = state["presets"]
                state["station"] = presets[(presets.index(state["station"]) + 1) % len(presets)]
                return {"station": state["station"]}
            """,
            tags="move",
        ),
        Case(
            kind="write",
            call='removePreset("Radio Nova")',
            after=becomes(drops=("/presets/2",)),
            right='state["presets"].remove("Radio Nova")\nreturn state["presets"]',
        ),
        Case(
            kind="sentence",
            call="set the volume to 20 and switch off after 45 minutes",
            after=becomes({"/volume": 20, "/sleepMinutes": 45}),
            right="""
                state["volume"], state["sleepMinutes"] = 20, 45
                return {"volume": 20, "sleepMinutes": 45}
            """,
        ),
        Case(
            kind="REST",
            call="PUT /station",
            data={"station": "Classic 24"},
            after=becomes({"/station": "Classic 24"}),
            right='state["station"] = "Classic 24"\nreturn {"station": state["station"]}',
            tags="body",
        ),
        Case(
            kind="mistyped",
            call="toggel_mut()",
            after=becomes({"/muted": True}),
            right='state["muted"] = not state["muted"]\nreturn {"muted": state["muted"]}',
        ),
        Case(
            kind="creative",
            call="writeJingle()",
            response=prose,
            right='return {"jingle": "Wake up, sip your coffee, and swing with us all day!"}',
        ),
    ),
)
