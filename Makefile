# The commands of this project. `make test` is all that a new machine needs; it gets what is missing.

LINT = go tool -modfile=tools/go.mod golangci-lint

.PHONY: help setup build web pictures test test-browser test-faults lint schema generate bench fuzz

help: ## Lists these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Gets what the tests need and this machine lacks: PostgreSQL's programs, a C compiler, Node.js
	@scripts/setup

build: ## Builds the program postchat into this folder
	go build -o postchat ./cmd/postchat

web: setup ## Checks the pages' source in web/src and builds web/dist, which is committed
	cd web && npm ci --ignore-scripts --no-audit --no-fund --silent && \
		npm run --silent codegen && npm run --silent types && npm run --silent lint && npm run --silent build && npm run --silent test

pictures: ## Takes the pictures of the README and the docs anew, in a demo of its own
	@scripts/setup browser
	scripts/pictures

test: setup ## Checks everything: vet, the direction of imports, all tests with the race detector
	go vet ./... && go vet -tags browser ./test/browser
	go test -race -count=1 -timeout 20m ./...

test-browser: ## Tells the stories of the pages and of the operator's window in Chromium, which it gets where it is missing (STORY=words for some)
	@scripts/setup browser
	go test -tags browser -count=1 -v -timeout 30m ./test/browser

test-faults: setup ## Kills servers and databases at random moments and counts the mails (minutes)
	POSTCHAT_FAULTS=long go test -count=1 -timeout 60m ./test/faults/...

lint: ## Runs the linters of .golangci.yml
	$(LINT) run ./...

schema: setup ## Checks that the schema breaks no client without a word in CHANGELOG.md
	cd test/schema && npm ci --ignore-scripts --no-audit --no-fund --silent && \
		node check.js published.graphqls ../../docs/schema.graphqls ../../CHANGELOG.md

generate: ## Writes the generated code anew
	go generate ./...

bench: setup ## Runs the benchmarks
	go test -run '^$$' -bench . -benchmem -timeout 60m ./...

fuzz: ## Runs every fuzz target for FUZZTIME (30s)
	scripts/fuzz
