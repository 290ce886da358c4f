"""Functions as models write them, with what the sandbox's interpreter lacks: see test_bridge.py."""

# mypy: ignore-errors
# ruff: noqa


def del_an_index(state, args):
    del state["todos"][0]


def del_a_negative_index(state, args):
    del state["nums"][-1]


def del_a_slice(state, args):
    del state["nums"][-2:]


def del_a_slice_with_a_step(state, args):
    del state["nums"][::2]


def del_a_stepped_part(state, args):
    del state["nums"][1:4:2]


def del_everything(state, args):
    del state["nums"][:]


def del_a_key(state, args):
    del state["counts"]["pear"]


def del_several(state, args):
    del state["nums"][0], state["n"]


def del_a_tuple(state, args):
    del (state["nums"][0], state["n"])


def del_a_name(state, args):
    x = 1
    del x
    return 2


def del_while_looping(state, args):
    for k in list(state["counts"]):
        if state["counts"][k] > 5:
            del state["counts"][k]


def del_a_missing_key(state, args):
    try:
        del state["zzz"]
    except KeyError as e:
        return str(e)


def del_past_the_end(state, args):
    try:
        del state["nums"][99]
    except IndexError:
        return "no"


def next_of_a_generator(state, args):
    return next(t for t in state["todos"] if t["id"] == 2)


def next_without_a_condition(state, args):
    return next(t["title"] for t in state["todos"])


def next_with_two_conditions(state, args):
    return next(t["id"] for t in state["todos"] if t["id"] > 1 if not t["done"])


def next_with_a_default(state, args):
    return next((t for t in state["todos"] if t["id"] == 9), None)


def next_finds_nothing(state, args):
    try:
        next(t for t in [] if t)
    except StopIteration:
        return "none"


def next_with_a_tuple_target(state, args):
    return next(i for i, t in enumerate(state["todos"]) if t["title"] == "Alpha")


def next_stops_early(state, args):
    return next(x for x in [{"a": 1}, {}] if x["a"] == 1)


def next_of_an_endless_iterator(state, args):
    import itertools

    return next(i for i in itertools.count(1) if i not in [1, 2])


def next_in_a_lambda(state, args):
    f = lambda n: next(x for x in [1, 2, 3] if x > n)
    return f(1)


def next_in_a_comprehension(state, args):
    return [next(x for x in [1, 2, 3] if x > n) for n in [0, 1]]


def next_of_nested_loops(state, args):
    return next(c for t in state["todos"] for c in t["title"] if c == "m")


def next_with_a_walrus(state, args):
    return next(y for x in [1, 2] if (y := x * 2) > 2)


def next_of_filter(state, args):
    return next(filter(lambda t: t["id"] == 2, state["todos"]), None)


def next_twice_of_one_generator(state, args):
    g = (x * 2 for x in [1, 2])
    return [next(g), next(g)]


def next_twice_of_one_map(state, args):
    g = map(str, [1, 2])
    return [next(g), list(g)]


def next_of_an_iterator(state, args):
    it = iter(state["nums"])
    return [next(it), next(it)]


def max_by_dict_get(state, args):
    return max(state["counts"], key=state["counts"].get)


def sorted_by_dict_get(state, args):
    d = state["counts"]
    return sorted(d, key=d.get, reverse=True)


def sorted_by_getitem(state, args):
    return sorted(state["counts"], key=state["counts"].__getitem__)


def sorted_by_str_lower(state, args):
    return sorted([t["title"] for t in state["todos"]], key=str.lower)


def map_str_strip(state, args):
    return list(map(str.strip, [" a ", "b "]))


def filter_str_isdigit(state, args):
    return list(filter(str.isdigit, ["1", "a"]))


def map_list_append(state, args):
    out = []
    list(map(out.append, [1, 2]))
    return out


def a_method_in_a_variable(state, args):
    out = []
    add = out.append
    add(1)
    add(2)
    return out


def a_method_is_bound_where_it_stands(state, args):
    x = [1]
    add = x.append
    x = []
    add(2)
    return x


def a_method_of_a_type_called(state, args):
    return [str.lower("AB"), dict.get({"a": 1}, "a"), str.join(",", ["a", "b"])]


def a_method_in_a_dict(state, args):
    ops = {"up": str.upper}
    return ops["up"]("a")


def an_attribute_named_like_a_method(state, args):
    class P:
        pass

    p = P()
    p.count = 4
    x = p.count
    return x + p.count


def a_list_named_like_a_method(state, args):
    class P:
        pass

    p = P()
    p.items = [1]
    p.items.append(2)
    return [p.items[1], list(p.items)]


def re_sub_with_a_lambda(state, args):
    import re

    return re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "a1b22é3")


def re_sub_with_a_function(state, args):
    import re

    def up(m):
        return m[0].upper()

    return re.sub("[a-z]+", up, "ab1c", count=1)


def re_sub_with_text(state, args):
    import re

    return re.sub(r"(a)(b)", r"\2\1", "abab", flags=re.I)


def re_sub_imported(state, args):
    from re import sub

    return sub("x+", lambda m: "-", "abxxdx")


def sub_of_a_pattern(state, args):
    import re

    p = re.compile(r"\d")
    return p.sub(lambda m: "#", "a1b2", 1)


def translate(state, args):
    return "hello".translate(str.maketrans("el", "ip", "o"))


def translate_with_a_dict(state, args):
    return "abc".translate(str.maketrans({"a": "xy", "b": None}))


def format_map(state, args):
    return "{a}-{b}".format_map({"a": 1, "b": 2})


def yields(state, args):
    def gen():
        for i in range(3):
            yield i

    return list(gen())


def yield_from(state, args):
    def flat(x):
        for i in x:
            if isinstance(i, list):
                yield from flat(i)
            else:
                yield i

    return list(flat([1, [2, [3]]]))


def yield_and_return(state, args):
    def g():
        yield 1
        return
        yield 2

    return list(g())


def yield_and_next(state, args):
    def g():
        yield 1
        yield 2

    x = g()
    return [next(x), next(x), next(x, None)]


def a_function_in_a_generator(state, args):
    def g():
        def f():
            return 5

        yield f()

    return list(g())


def utcnow(state, args):
    from datetime import datetime

    return [len(datetime.utcnow().isoformat()), datetime.utcnow().tzinfo]


def utcnow_of_the_module(state, args):
    import datetime

    return datetime.datetime.utcnow().year > 2000


def today(state, args):
    from datetime import datetime, date

    return str(datetime.today().date()) == str(date.today())


def utc_of_the_module(state, args):
    import datetime

    return datetime.datetime.now(datetime.UTC).isoformat()[-6:]


def utc_imported(state, args):
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat()[-6:]


def strptime_of_a_time(state, args):
    from datetime import datetime

    return datetime.strptime("10:30", "%H:%M").isoformat()


def strptime_of_a_date(state, args):
    from datetime import datetime

    return datetime.strptime("2024-05-01", "%Y-%m-%d").isoformat()


def fromtimestamp(state, args):
    from datetime import datetime, timezone

    return datetime.fromtimestamp(86400.5, timezone.utc).isoformat()


def utcfromtimestamp(state, args):
    from datetime import datetime

    return datetime.utcfromtimestamp(1).isoformat()


def uuid(state, args):
    import uuid

    x = str(uuid.uuid4())
    return [len(x), x[14], x.count("-"), x[19] in "89ab", len(uuid.uuid4().hex)]


def uuid_imported(state, args):
    from uuid import uuid4 as new

    return len({f"{new()}" for _ in range(9)})


def uuid_from_text(state, args):
    import uuid

    return str(uuid.UUID("0" * 31 + "A"))


def statistics(state, args):
    import statistics as s

    return [
        s.mean([1, 2, 3]),
        s.mean([1, 2]),
        s.median([1, 3, 2]),
        s.median([1, 2]),
        s.mode([1, 2, 2]),
        s.multimode([1, 1, 2, 2]),
        s.median_low([1, 2]),
        s.median_high([1, 2]),
        s.fmean([1, 2]),
    ]


def statistics_of_spread(state, args):
    from statistics import stdev, pstdev, variance, pvariance

    d = [1, 2, 4, 8]
    return [round(f(d), 9) for f in (stdev, pstdev, variance, pvariance)]


def statistics_of_nothing(state, args):
    import statistics

    try:
        statistics.mean([])
    except statistics.StatisticsError:
        return "none"


def string(state, args):
    import string

    return [
        string.ascii_letters,
        string.digits,
        string.punctuation,
        string.whitespace,
        string.hexdigits,
        string.capwords("a bC"),
    ]


def operator(state, args):
    import operator as op

    return [
        op.add(1, 2),
        op.itemgetter("a", "b")({"a": 1, "b": 2}),
        op.truediv(1, 2),
        op.contains([1], 1),
        op.not_(1),
    ]


def itemgetter(state, args):
    from operator import itemgetter

    return sorted(state["todos"], key=itemgetter("due"))


def attrgetter(state, args):
    from operator import attrgetter

    class P:
        def __init__(self, x):
            self.x = x

    return max([P(1), P(3)], key=attrgetter("x")).x


def heapq(state, args):
    import heapq

    h = [3, 1, 2]
    heapq.heapify(h)
    heapq.heappush(h, 0)
    return [heapq.heappop(h), heapq.heappushpop(h, 9), heapq.heapreplace(h, 7), heapq.heappop(h), len(h)]


def heapq_nsmallest(state, args):
    from heapq import nlargest, nsmallest

    return [nlargest(2, [1, 5, 3]), nsmallest(2, state["todos"], key=lambda t: t["due"])]


def textwrap(state, args):
    import textwrap

    return [
        textwrap.shorten("hello big  world", 11),
        textwrap.wrap("aa bb cc ddddddd", 5),
        textwrap.dedent("  a\n   b"),
        textwrap.indent("a\n\nb", "> "),
        textwrap.fill("aa bb cc", 5),
    ]


def secrets(state, args):
    import secrets

    return [
        len(secrets.token_hex(8)),
        len(secrets.token_urlsafe(16)),
        secrets.choice([1]),
        secrets.randbelow(1),
    ]


def io_and_csv(state, args):
    import csv, io

    f = io.StringIO()
    w = csv.DictWriter(f, fieldnames=["id", "title"], extrasaction="ignore")
    w.writeheader()
    w.writerows(state["todos"])
    return f.getvalue()


def ordereddict(state, args):
    from collections import OrderedDict, Counter

    return [OrderedDict([("a", 1)]), Counter("aab")]


def ordereddict_of_the_module(state, args):
    import collections

    return collections.OrderedDict(a=1)["a"]


def an_import_with_others(state, args):
    import json, statistics

    return json.dumps(statistics.mean([1, 3]))


def a_variable_named_like_a_type(state, args):
    list = state["nums"]
    list.append(7)
    dict = {"a": 1}
    return [list[-1], dict.get("a"), dict.pop("a")]


def a_parameter_named_like_a_type(state, args):
    def f(str):
        return str.upper()

    return f("a")


def a_method_in_a_format_with_all_quotes(state, args):
    d = state["counts"]
    return f'{max(d, key=d.get)} "q" it\'s {next(x for x in d if x != "pear")!r}\n'


def sub_of_another_class(state, args):
    class V:
        def sub(self, a, b):
            return a - b

    return V().sub(args[1], 1)


def callable_values(state, args):
    return [callable(len), callable(str), callable(lambda: 1), callable(1), callable("a")]


def timedelta_of_a_fraction(state, args):
    import datetime
    from datetime import timedelta

    a = datetime.timedelta(days=0.5, minutes=1.5, milliseconds=1)
    return [a.total_seconds(), timedelta(hours=-1.5).total_seconds(), str(timedelta(1, 2, 3, weeks=1))]
