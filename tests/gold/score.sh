#!/usr/bin/env bash
# Scores tags (or, with "blocks", kinds of block) of the gold documents, by type, with errors where asked for:
#   tests/gold/score.sh [tags|blocks] [seeds|development|opened|held-out]... [--errors N]
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
case "${1:-}" in tags|blocks) ;; *) set -- tags "$@" ;; esac
exec dotnet run -c Release --project tests/PolicySearch.Benchmarks -- gold "$@"
