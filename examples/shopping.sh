#!/bin/sh
# JSON in, JSON out: a shopping list in a pipe, without a server. Needs jq.
#
#   sh examples/shopping.sh
set -eu
list=shopping-$$
trap 'bgpt rm "$list" --yes' EXIT

bgpt init "$list" "A shopping list: items with a name, an integer quantity and whether they are bought" \
    --state '{"items": []}'

for item in '{"name": "milk", "quantity": 2}' '{"name": "bread", "quantity": 1}' '{"name": "eggs", "quantity": 12}'; do
    echo "$item" | bgpt call "$list" "POST /items" > /dev/null
done

bgpt call "$list" "mark_as_bought(milk)" --no-input > /dev/null
echo "Still to buy:"
bgpt call "$list" "GET /items?bought=false" --no-input | jq -r '.[] | "\(.quantity)\t\(.name)"'

bgpt undo "$list"
echo "After undo, $(bgpt state "$list" | jq '[.items[] | select(.bought | not)] | length') are."
