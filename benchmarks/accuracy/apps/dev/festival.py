"""A festival: an object of stages with lists of acts, a list of strings, and an object of numbers."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented

OTHERS = ("Brass Attack", "Los Tigres", "DJ Mirabel", "Tilda & Sons", "The Paper Boats", "Tent", "Garden")

APP = App(
    name="festival",
    purpose="The line-up of our summer festival",
    state={
        "stages": {
            "Main": [
                {"time": "16:00", "act": "The Paper Boats", "genre": "folk", "confirmed": True},
                {"time": "18:00", "act": "Brass Attack", "genre": "funk", "confirmed": True},
                {"time": "20:30", "act": "Nova Drift", "genre": "electro", "confirmed": True},
            ],
            "Tent": [
                {"time": "15:00", "act": "DJ Mirabel", "genre": "house", "confirmed": True},
                {"time": "19:00", "act": "Los Tigres", "genre": "latin", "confirmed": False},
            ],
            "Garden": [
                {"time": "14:00", "act": "Tilda & Sons", "genre": "folk", "confirmed": False},
            ],
        },
        "food_trucks": ["Falafel Fred", "Taco Loco", "Crepe Corner"],
        "tickets": {"capacity": 800, "sold": 652, "price": 25},
    },
    cases=(
        Case(
            kind="read",
            call="tickets_left()",
            response=any_of(answers(148, also=(800, 652)), mentions("148", omits=("Main", "food_trucks"))),
            right='return state["tickets"]["capacity"] - state["tickets"]["sold"]',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="find_by_genre(folk)",
            response=any_of(
                picks("/stages", "Main/0", "Garden/0", by="act"),
                answers({"Main": ["The Paper Boats"], "Garden": ["Tilda & Sons"]}),
                answers({"Main": ["The Paper Boats"], "Tent": [], "Garden": ["Tilda & Sons"]}),
                mentions(
                    *("The Paper Boats", "Tilda & Sons"),
                    omits=("Brass Attack", "Nova Drift", "DJ Mirabel", "Los Tigres"),
                ),
            ),
            right='return [a for acts in state["stages"].values() for a in acts if a["genre"] == "folk"]',
            tags="filter nested",
        ),
        Case(
            kind="write",
            call="sell_tickets(4)",
            after=becomes({"/tickets/sold": 656}),
            right='state["tickets"]["sold"] += 4\nreturn state["tickets"]',
            tags="counter",
        ),
        Case(
            kind="write",
            call='add_act(stage=Garden, act="The Owls", time="17:00", genre=jazz)',
            after=added(
                "/stages/Garden",
                {"time": "17:00", "act": "The Owls", "genre": "jazz"},
                optional=("confirmed",),
            ),
            right="""
                act = {"time": "17:00", "act": "The Owls", "genre": "jazz", "confirmed": False}
                state["stages"]["Garden"].append(act)
                return act
            """,
            tags="key nested",
        ),
        Case(
            kind="sentence",
            call="when and where does Nova Drift play?",
            response=any_of(
                mentions("20:30", "Main", omits=OTHERS),
                mentions("8:30", "Main", omits=OTHERS),
            ),
            right="""
                for stage, acts in state["stages"].items():
                    for act in acts:
                        if act["act"] == "Nova Drift":
                            return {"stage": stage, "time": act["time"]}
            """,
            tags="read nested",
        ),
        Case(
            kind="sentence",
            call="Los Tigres just confirmed",
            after=becomes({"/stages/Tent/1/confirmed": True}),
            right='state["stages"]["Tent"][1]["confirmed"] = True\nreturn state["stages"]["Tent"][1]',
            tags="nested",
        ),
        Case(
            kind="REST",
            call="PATCH /tickets",
            data={"price": 28},
            after=becomes({"/tickets/price": 28}),
            right='state["tickets"]["price"] = 28\nreturn state["tickets"]',
            tags="body",
        ),
        Case(
            kind="mistyped",
            call='remvoe_food_truk("Taco Loco")',
            after=becomes(drops=("/food_trucks/1",)),
            right='state["food_trucks"].remove("Taco Loco")\nreturn state["food_trucks"]',
        ),
        Case(
            kind="creative",
            call="add_three_acts(Tent)",
            after=invented("/stages/Tent", "act", {}, {}, {}, optional=("confirmed",)),
            right="""
                acts = [("17:00", "Velvet Otter", "indie"), ("21:00", "Kilowatt", "techno")]
                for time, name, genre in [*acts, ("22:30", "Moonlit Pier", "ambient")]:
                    act = {"time": time, "act": name, "genre": genre, "confirmed": False}
                    state["stages"]["Tent"].append(act)
                return state["stages"]["Tent"]
            """,
            tags="key nested",
        ),
    ),
)
