#!/usr/bin/env bash
# Builds, checks the format, and runs every test. Ends with the line "N passed, N failed[, N skipped]".
#
#   tests/run.sh           all tests, with a seeded sample of the long ones
#   tests/run.sh --long    the long ones in full
#
# Installs the programs that tests need (Debian, as root); where it cannot, it says so and goes on.
# With CI=true a test that misses a program fails instead of being skipped.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

longest_test=10m
for option in "$@"; do
  case "$option" in
    --long) export POLICYSEARCH_LONG=1; longest_test=2h ;;
    *) echo "usage: tests/run.sh [--long]" >&2; exit 2 ;;
  esac
done
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

install_programs() {
  local missing=() pair
  for pair in chromium:chromium python3:python3 pdftotext:poppler-utils tesseract:tesseract-ocr catdoc:catdoc; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing+=("${pair##*:}")
  done
  case " ${missing[*]-} " in *" tesseract-ocr "*) missing+=(tesseract-ocr-eng tesseract-ocr-jpn) ;; esac
  case " ${missing[*]-} " in *" chromium "*) missing+=(fonts-noto-cjk) ;; esac
  [ "${#missing[@]}" -eq 0 ] && return
  echo "installing: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "cannot install here; tests that need them are skipped: ${missing[*]}"
    return
  fi
  local log
  log="$(mktemp)"
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
    tail -n 5 "$log"
    echo "could not install; tests that need them are skipped: ${missing[*]}"
  fi
  rm -f "$log"
}

results=.artifacts/test-results
passed=0 failed=0 skipped=0

finish() {
  local line="$passed passed, $failed failed"
  [ "$skipped" -gt 0 ] && line="$line, $skipped skipped"
  echo "$line"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit $?
}

install_programs

echo "building"
if ! dotnet build PolicySearch.sln -c Release --nologo -v quiet -clp:NoSummary; then
  echo "the build failed"
  failed=1
  finish
fi

echo "checking the format"
if dotnet format PolicySearch.sln --no-restore --verify-no-changes --severity warn; then
  passed=$((passed + 1))
else
  echo "dotnet format finds changes to make: run 'dotnet format PolicySearch.sln'"
  failed=$((failed + 1))
fi

rm -rf "$results"
# The program as a whole comes last: what breaks below shows first.
for project in $(ls -d tests/*.Tests | grep -v EndToEnd) tests/PolicySearch.EndToEnd.Tests; do
  name="$(basename "$project")"
  echo "testing ${name}"
  dotnet test "$project" -c Release --no-build --nologo --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" \
    --blame-hang-timeout "$longest_test" --blame-hang-dump-type none
  status=$?
  counters="$(grep -o '<Counters [^>]*>' "$results/$name.trx" 2>/dev/null | head -n 1)"
  if [ -z "$counters" ]; then
    [ "$status" -eq 0 ] || { echo "$name ended with status $status and no results"; failed=$((failed + 1)); }
    continue
  fi
  count() { echo "$counters" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*'; }
  ok="$(count passed)" total="$(count total)" executed="$(count executed)"
  passed=$((passed + ok))
  skipped=$((skipped + total - executed))
  failed=$((failed + executed - ok))
  # A run that was torn down (a crash of the test host) has fewer results than tests.
  if [ "$status" -ne 0 ] && [ "$executed" -eq "$ok" ]; then
    echo "$name ended with status $status although no test failed"
    failed=$((failed + 1))
  fi
done
finish
