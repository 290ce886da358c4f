#!/bin/sh
# A shell script whose database is a sentence: read lines, keep them, ask for a report. Needs curl and jq.
#
#   bgpt init expenses "Expenses with an id, a text, an amount in euros and a category" --state '{"expenses": []}'
#   bgpt serve expenses &
#   printf '%s\n' 'Lunch 12.50 food' 'Train 38 travel' 'Coffee 3.20 food' | sh examples/pipe.sh
set -eu
api=${API:-http://127.0.0.1:8000/expenses}

while read -r text amount category; do
    jq -n --arg text "$text" --argjson amount "$amount" --arg category "$category" '$ARGS.named' |
        curl -fsS --json @- "$api/add_expense" > /dev/null
done

curl -fsS "$api/total_amount_by_category()" | jq -r 'to_entries[] | "\(.key)\t\(.value)"' | sort
