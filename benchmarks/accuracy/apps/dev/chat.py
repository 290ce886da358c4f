"""Chat rooms: objects keyed by names, lists in them, and a list of plain strings."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes, invented

APP = App(
    name="chat",
    purpose="Chat rooms",
    state={
        "users": ["kim", "lou", "max"],
        "rooms": {
            "general": {
                "topic": "Anything goes",
                "messages": [
                    {"from": "kim", "text": "hi all", "likes": 0},
                    {"from": "lou", "text": "hello kim", "likes": 2},
                    {"from": "kim", "text": "who is in for lunch?", "likes": 1},
                ],
            },
            "music": {
                "topic": "What we listen to",
                "messages": [
                    {"from": "max", "text": "new album is out", "likes": 4},
                    {"from": "kim", "text": "link please", "likes": 0},
                ],
            },
        },
    },
    cases=(
        Case(
            kind="read",
            call="last_message(general)",
            response=picks("/rooms/general/messages", 2, by="text"),
            right='return state["rooms"][args[0]]["messages"][-1]',
            tags="nested",
        ),
        Case(
            kind="read",
            call="most_liked_message()",
            response=picks("/rooms/music/messages", 0, by="text"),
            right="""
                messages = [m for room in state["rooms"].values() for m in room["messages"]]
                return max(messages, key=lambda m: m["likes"])
            """,
            tags="aggregation nested",
        ),
        Case(
            kind="read",
            call="message_counts()",
            response=answers(
                {"general": 3, "music": 2}, {"Anything goes": 3, "What we listen to": 2}, [3, 2]
            ),
            right='return {name: len(room["messages"]) for name, room in state["rooms"].items()}',
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call='send_message(music, lou, "love it")',
            after=added("/rooms/music/messages", {"from": "lou", "text": "love it", "likes": 0}),
            right="""
                message = {"from": args[1], "text": args[2], "likes": 0}
                state["rooms"][args[0]]["messages"].append(message)
                return message
            """,
            tags="nested",
        ),
        Case(
            kind="write",
            call="create_room(sports)",
            after=added("/rooms", {"messages": lambda m: m == []}, key="sports"),
            right='state["rooms"][args[0]] = {"topic": "", "messages": []}\nreturn {"message": "created"}',
        ),
        Case(
            kind="sentence",
            call="delete all of kim's messages in the general room",
            after=becomes(drops=("/rooms/general/messages/0", "/rooms/general/messages/2")),
            right="""
                room = state["rooms"]["general"]
                room["messages"] = [m for m in room["messages"] if m["from"] != "kim"]
                return room["messages"]
            """,
            tags="filter nested",
        ),
        Case(
            kind="mistyped",
            call="chnage_topic(music, Jazz only)",
            after=becomes({"/rooms/music/topic": "Jazz only"}),
            right='state["rooms"]["music"]["topic"] = "Jazz only"\nreturn state["rooms"]["music"]["topic"]',
        ),
        Case(
            kind="REST",
            call="POST /rooms/general/messages",
            data={"from": "max", "text": "count me in"},
            after=added("/rooms/general/messages", {"from": "max", "text": "count me in", "likes": 0}),
            right="""
                state["rooms"]["general"]["messages"].append({**args[1], "likes": 0})
                return args[1], 201
            """,
            tags="nested",
        ),
        Case(
            kind="creative",
            call="post_a_friendly_reply_as(lou, general)",
            after=invented("/rooms/general/messages", "text", {"from": "lou", "likes": 0}),
            right="""
                answer = {"from": args[0], "text": "Me! Noodles at noon?", "likes": 0}
                state["rooms"][args[1]]["messages"].append(answer)
                return answer
            """,
            tags="nested",
        ),
    ),
)
