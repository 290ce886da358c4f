"""A robot on a grid: rows of cells, a position, a counter, and a list of strings."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import any_of, becomes

APP = App(
    name="robot",
    purpose=(
        "A toy robot on a grid. The cell at x, y is grid[y][x], and the first row is the north; "
        "# is a wall, o a coin. Each cell it walks counts as a step"
    ),
    state={
        "grid": [
            [".", ".", "#", ".", "o"],
            [".", ".", "#", ".", "."],
            [".", "o", ".", ".", "."],
            [".", ".", ".", "#", "."],
        ],
        "robot": {"x": 0, "y": 3, "facing": "north"},
        "steps": 7,
        "bag": ["key", "map"],
    },
    cases=(
        Case(
            kind="read",
            call="where_am_i()",
            response=answers(
                {"x": 0, "y": 3},
                [0, 3],
                [0, 3, "north"],
                *("(0, 3)", "(0,3)", "0, 3", "0,3", "x=0, y=3", "x: 0, y: 3", "x 0, y 3"),
                also=("north",),
            ),
            right='return {"x": state["robot"]["x"], "y": state["robot"]["y"]}',
            tags="nested",
        ),
        Case(
            kind="read",
            call="coins_left()",
            response=answers(2),
            right='return sum(row.count("o") for row in state["grid"])',
            tags="aggregation grid",
        ),
        Case(
            kind="write",
            call="turn_right()",
            after=becomes({"/robot/facing": "east"}),
            right="""
                directions = ["north", "east", "south", "west"]
                turned = (directions.index(state["robot"]["facing"]) + 1) % 4
                state["robot"]["facing"] = directions[turned]
                return state["robot"]
            """,
            tags="nested",
        ),
        Case(
            kind="write",
            call="move_forward(2)",
            after=becomes({"/robot/y": 1, "/steps": 9}),
            right="""
                robot, grid = state["robot"], state["grid"]
                dx, dy = {"north": (0, -1), "east": (1, 0), "south": (0, 1), "west": (-1, 0)}[robot["facing"]]
                for _ in range(args[0]):
                    x, y = robot["x"] + dx, robot["y"] + dy
                    if not (0 <= y < len(grid) and 0 <= x < len(grid[y])) or grid[y][x] == "#":
                        break
                    robot["x"], robot["y"] = x, y
                    state["steps"] += 1
                return robot
            """,
            tags="grid move counter",
        ),
        Case(
            kind="write",
            call="add_wall(x=2, y=3)",
            after=becomes({"/grid/3/2": "#"}),
            right='state["grid"][args["y"]][args["x"]] = "#"\nreturn state["grid"]',
            tags="grid",
        ),
        Case(
            kind="write",
            call="teleport(3, 0)",
            after=becomes({"/robot/x": 3, "/robot/y": 0}, free=("/steps",)),
            right='state["robot"]["x"], state["robot"]["y"] = args\nreturn state["robot"]',
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="what is in the bag?",
            response=any_of(
                picks("/bag", 0, 1),
                mentions("key", "map", omits=("grid", "robot", "steps")),
            ),
            right='return state["bag"]',
        ),
        Case(
            kind="sentence",
            call="walk one step to the east",
            after=becomes({"/robot/x": 1, "/steps": 8}, free=("/robot/facing",)),
            right="""
                state["robot"]["x"] += 1
                state["robot"]["facing"] = "east"
                state["steps"] += 1
                return state["robot"]
            """,
            tags="grid move counter",
        ),
        Case(
            kind="mistyped",
            call="trun_arond()",
            after=becomes({"/robot/facing": "south"}),
            right="""
                back = {"north": "south", "south": "north", "east": "west", "west": "east"}
                state["robot"]["facing"] = back[state["robot"]["facing"]]
                return state["robot"]
            """,
            tags="nested",
        ),
    ),
)
