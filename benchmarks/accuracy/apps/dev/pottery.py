"""A pottery studio: a list of pieces, a plain list of strings, and a kiln that holds ids of pieces."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks, prose
from benchmarks.accuracy.states import added, any_of, becomes


def nobody(value: object) -> bool:
    """Accept that a piece is for nobody yet."""
    return value in (None, "")


APP = App(
    name="pottery",
    purpose=(
        "My pottery studio. A piece starts as drying, then it is fired, then glazed, then finished. "
        "load lists the ids of the pieces in the kiln"
    ),
    state={
        "pieces": [
            {"id": 1, "what": "tall vase", "clay": "stoneware", "stage": "glazed", "for": None},
            {"id": 2, "what": "soup bowl", "clay": "porcelain", "stage": "drying", "for": "Marta"},
            {"id": 3, "what": "teapot", "clay": "stoneware", "stage": "fired", "for": None},
            {"id": 4, "what": "espresso cup", "clay": "porcelain", "stage": "drying", "for": None},
            {"id": 5, "what": "fruit bowl", "clay": "terracotta", "stage": "finished", "for": "Grandpa"},
        ],
        "glazes": ["celadon", "tenmoku", "shino white", "cobalt blue"],
        "kiln": {"on": False, "program": "bisque", "target_temp": 980, "load": [2]},
    },
    cases=(
        Case(
            kind="read",
            call="get_pieces(stage=drying)",
            response=any_of(picks("/pieces", 1, 3, by="what"), picks("/pieces", 1, 3, by="id")),
            right='return [piece for piece in state["pieces"] if piece["stage"] == "drying"]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="count_pieces_by_clay()",
            response=answers({"stoneware": 2, "porcelain": 2, "terracotta": 1}, also=(5,)),
            right="""
                counts = {}
                for piece in state["pieces"]:
                    counts[piece["clay"]] = counts.get(piece["clay"], 0) + 1
                return counts
            """,
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="next_stage(teapot)",
            after=becomes({"/pieces/2/stage": "glazed"}),
            right="""
                for piece in state["pieces"]:
                    if piece["what"] == "teapot":
                        piece["stage"] = "glazed"
                        return piece
            """,
            tags="purpose",
        ),
        Case(
            kind="write",
            call='put_in_kiln("espresso cup")',
            after=any_of(becomes({"/kiln/load/-": 4}), becomes({"/kiln/load": [4, 2]})),
            right="""
                for piece in state["pieces"]:
                    if piece["what"] == "espresso cup":
                        state["kiln"]["load"].append(piece["id"])
                return state["kiln"]
            """,
            tags="lookup id nested",
        ),
        Case(
            kind="write",
            call="remove_glaze(tenmoku)",
            after=becomes(drops=("/glazes/1",)),
            right='state["glazes"].remove("tenmoku")\nreturn state["glazes"]',
        ),
        Case(
            kind="sentence",
            call="switch the kiln on and set it to 1000 degrees",
            after=becomes({"/kiln/on": True, "/kiln/target_temp": 1000}),
            right='state["kiln"].update(on=True, target_temp=1000)\nreturn state["kiln"]',
            tags="nested",
        ),
        Case(
            kind="REST",
            call="POST /pieces",
            data={"what": "salad plate", "clay": "terracotta", "stage": "drying"},
            after=added(
                "/pieces",
                {"what": "salad plate", "clay": "terracotta", "stage": "drying", "for": nobody},
                optional=("for",),
            ),
            right="""
                piece = {"id": 6, "what": "salad plate", "clay": "terracotta", "stage": "drying"}
                state["pieces"].append({**piece, "for": None})
                return state["pieces"][-1], 201
            """,
            tags="body",
        ),
        Case(
            kind="mistyped",
            call='mark_finsihed("tall vase")',
            after=becomes({"/pieces/0/stage": "finished"}),
            right="""
                for piece in state["pieces"]:
                    if piece["what"] == "tall vase":
                        piece["stage"] = "finished"
                        return piece
            """,
        ),
        Case(
            kind="creative",
            call="write_instagram_post(teapot)",
            response=prose,
            right='return {"post": "Fresh from the fire: a stoneware teapot that waits for its glaze."}',
        ),
    ),
)
