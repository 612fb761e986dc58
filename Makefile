# arledger: the one Makefile. `make help` lists what it can do; src/README.md is the map of the sources.
#
#   VARIANT   release (default), debug, asan, cover, fuzz: each has its own folder below $(BUILD)
#   V=1       shows each command whole
#   REALDATA  where real exports lie; the tests that read them skip, counted, when it is not there
#
# A module is any src/<layer>/*.c. A test program is any tests/<suite>/test_*.c (cmocka) or executable
# tests/<suite>/test_*.sh (prints TAP). Other tests/<suite>/*.c are linked into each program of that suite.

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

NAME    := arledger
VERSION := 0.1.0
BUILD   ?= build
VARIANT ?= release
REALDATA ?= ../shared/realdata
JOBS    ?= 2

# where `make install` puts things (GNU names)
prefix  ?= /usr/local
bindir  ?= $(prefix)/bin
mandir  ?= $(prefix)/share/man
datadir ?= $(prefix)/share
bashdir ?= $(datadir)/bash-completion/completions
zshdir  ?= $(datadir)/zsh/site-functions
fishdir ?= $(datadir)/fish/vendor_completions.d
INSTALL ?= install

# ---- flags ----------------------------------------------------------------------------------------

ifeq ($(VARIANT),fuzz)
CC := clang
else ifeq ($(origin CC),default)
CC := $(if $(shell command -v gcc),gcc,cc)
endif
AR ?= ar

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Wstrict-prototypes -Wvla \
        -Werror
# clang calls by these names what gcc does not mean by the same ones
WARN += $(if $(findstring clang,$(CC)),-Wno-sign-conversion -Wno-missing-field-initializers)
HARD := -fstack-protector-strong
FORTIFY := -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2

MODE_release := -O2 -g $(FORTIFY)
MODE_debug   := -Og -g3
MODE_asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
MODE_cover   := -O0 -g --coverage
MODE_fuzz    := $(MODE_asan) -fsanitize=fuzzer-no-link
ifndef MODE_$(VARIANT)
$(error VARIANT is one of release debug asan cover fuzz, not "$(VARIANT)")
endif

DEFINES  := -D_GNU_SOURCE -DARLEDGER_VERSION='"$(VERSION)"'
COMPILE   = $(CC) -std=c11 $(DEFINES) $(WARN) $(HARD) -fPIE -Iinclude -Isrc $(MODE_$(VARIANT)) \
            $(PAPER) $(CPPFLAGS) $(CFLAGS)
LINK      = $(CC) $(MODE_$(VARIANT)) $(HARD) $(CFLAGS) $(LINKHARD) $(LDFLAGS)
LIBS     := -lncursesw -lsqlite3 -lcsv -lsodium -lutf8proc -lexpat -lz -lpangocairo-1.0 -lpango-1.0 \
            -lgobject-2.0 -lcairo -lcurl -lqrencode -lxlsxwriter
# cairo and pango lie in folders that only pkg-config knows; their headers are not ours to be warned of
PAPER    := $(patsubst -I%,-isystem %,$(filter -I%,$(shell pkg-config --cflags pangocairo 2>/dev/null)))
ifeq ($(shell uname -s),Darwin)
BREW     := $(shell brew --prefix 2>/dev/null)
COMPILE  += $(if $(BREW),-I$(BREW)/include -I$(BREW)/opt/ncurses/include)
LINKHARD := $(if $(BREW),-L$(BREW)/lib -L$(BREW)/opt/ncurses/lib)
else
LINKHARD := -pie -Wl,-z,relro,-z,now -Wl,--as-needed
endif

# ---- what there is --------------------------------------------------------------------------------

OUT     := $(BUILD)/$(VARIANT)
BIN     := $(OUT)/$(NAME)
ARCHIVE := $(OUT)/lib$(NAME).a
SOURCES := $(sort $(wildcard src/*/*.c))
OBJECTS := $(SOURCES:%.c=$(OUT)/%.o)
MAIN    := $(OUT)/src/main.o
TESTSRC := $(sort $(wildcard tests/*/*.c))
SUITES  := lint unit ledger cli tui fault fuzz play crowd
SCRIPTS := $(sort $(wildcard tests/*/test_*.sh))
# the programs (and scripts) of the suites named in $(1)
programs = $(foreach s,$(1),$(patsubst %.c,$(OUT)/%,$(filter tests/$(s)/test_%.c,$(TESTSRC))) \
           $(filter tests/$(s)/test_%.sh,$(SCRIPTS)))

# files that a source brings in by the assembler's .incbin, named from the top folder
EMBEDDED  := $(sort $(wildcard data/schema/sqlite/*.sql data/*.csv data/sample/* data/templates/*))
EMBEDDING := $(if $(SOURCES),$(shell grep -l incbin $(SOURCES)))

.PHONY: FORCE all objects programs quick suites check run deps asan valgrind fault play crowd fuzz bench \
        cover lint layers tidy map format man completion install install-shared uninstall \
        dist distcheck accept clean help

all: $(if $(wildcard src/main.c),$(BIN),$(ARCHIVE))  ## build the program (the default)

objects: $(ARCHIVE)  ## compile everything but the program itself

# ---- compile and link -----------------------------------------------------------------------------

# a word and a file are shown for each step; with V=1 the whole command, with -s nothing
SILENT = $(findstring s,$(filter-out -%,$(firstword $(MAKEFLAGS))))
SHOW = $(if $(V),,@$(if $(SILENT),,printf '  %-7s %s\n' '$(1)' '$(2)';))

# stamps that change when the flags or the list of sources do, so that nothing stale is linked
$(OUT)/flags: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(COMPILE) $(LINK))' | cmp -s - $@ || \
	    printf '%s\n' '$(subst ','\'',$(COMPILE) $(LINK))' >$@
$(OUT)/sources: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(SOURCES) | cmp -s - $@ || printf '%s\n' $(SOURCES) >$@

$(OUT)/src/%.o: src/%.c $(OUT)/flags
	@mkdir -p $(@D)
	$(call SHOW,compile,$<)$(COMPILE) -MMD -MP -c $< -o $@

$(OUT)/tests/%.o: tests/%.c $(OUT)/flags
	@mkdir -p $(@D)
	$(call SHOW,compile,$<)$(COMPILE) -Wno-unused-parameter -Itests -MMD -MP -c $< -o $@

$(EMBEDDING:%.c=$(OUT)/%.o): $(EMBEDDED)

$(ARCHIVE): $(OBJECTS) $(OUT)/sources
	@rm -f $@
	$(call SHOW,archive,$@)$(AR) rcs $@ $(OBJECTS)

$(BIN): $(MAIN) $(ARCHIVE)
	$(call SHOW,link,$@)$(LINK) $^ $(LIBS) -o $@

# a suite whose helpers another one uses too
USES_crowd := fault tui
USES_bench := fault
USES_play := fault

# $(1) a suite: its helpers go into an archive, each test_*.c becomes one program
define suite_rules
$(1)_HELP := $$(patsubst %.c,$(OUT)/%.o,$$(filter-out tests/$(1)/test_%.c tests/$(1)/fuzz_%.c \
             tests/$(1)/bench_%.c,$$(filter tests/$(1)/%.c,$(TESTSRC))))
$(OUT)/tests/$(1)/libhelp.a: $$($(1)_HELP) $(OUT)/sources
	@rm -f $$@ && mkdir -p $$(@D)
	@$(AR) rcs $$@ $$($(1)_HELP)
$(patsubst %.c,$(OUT)/%,$(filter tests/$(1)/test_%.c tests/$(1)/fuzz_%.c tests/$(1)/bench_%.c,$(TESTSRC))): \
$(OUT)/%: $(OUT)/%.o $(OUT)/tests/$(1)/libhelp.a $(USES_$(1):%=$(OUT)/tests/%/libhelp.a) $(ARCHIVE)
	$$(call SHOW,link,$$@)$$(LINK) $$^ $$(LDFLAGS_$(1)) $$(LIBS) $$(LDLIBS_$(1)) -o $$@
endef
LDLIBS_TEST := -lcmocka
ALLSUITES := $(sort $(foreach f,$(TESTSRC),$(word 2,$(subst /, ,$(f)))))
$(foreach s,$(ALLSUITES),$(eval LDLIBS_$(s) := $(if $(filter bench,$(s)),,$(LDLIBS_TEST))))
$(foreach s,$(ALLSUITES),$(eval $(call suite_rules,$(s))))

-include $(OBJECTS:.o=.d) $(MAIN:.o=.d) $(TESTSRC:%.c=$(OUT)/%.d)

# ---- tests ----------------------------------------------------------------------------------------

# what a test program may rely on: see tests/run.sh
RUNTESTS = ARLEDGER='$(abspath $(BIN))' REALDATA='$(abspath $(REALDATA))' WORK='$(OUT)/tests' \
           JOBS='$(JOBS)' sh tests/run.sh
DEPS = sh data/deps.sh --if-missing
SELF = $(MAKE) --no-print-directory

programs: $(call programs,$(SUITES))

quick: $(call programs,unit ledger)  ## the fast suites: unit and ledger
	@$(RUNTESTS) $^

suites: all $(call programs,$(SUITES))
	@$(RUNTESTS) $(call programs,$(SUITES))

check:  ## every suite; installs what is missing first
	@$(DEPS) build test
	+@$(SELF) suites

FAULT_CUTS     ?= 10000
FAULT_REQUESTS ?= 200
DAMAGE_BOOKS   ?= 5000
fault: all $(call programs,fault)  ## each call fails in turn; FAULT_CUTS (10000) power cuts, DAMAGE_BOOKS (5000)
	@SUMMARY=fault TEST_LIMIT=86400 FAULT_EVERY=1 FAULT_CUTS='$(FAULT_CUTS)' FAULT_REQUESTS='$(FAULT_REQUESTS)' \
	    DAMAGE_BOOKS='$(DAMAGE_BOOKS)' $(RUNTESTS) $(call programs,fault)

PLAY_ROUNDS ?= 1000
play: all $(call programs,play)  ## PLAY_ROUNDS (1000) games of seeded random operations against a plain model
	@SUMMARY=play TEST_LIMIT=86400 PLAY_ROUNDS='$(PLAY_ROUNDS)' $(RUNTESTS) $(call programs,play)

crowd: all $(call programs,crowd)  ## many processes on one book
	@SUMMARY=crowd TEST_LIMIT=86400 CROWD_COPIES=50 CROWD_EACH=400 CROWD_KILLS=1000 CROWD_ENDS=100 \
	    CROWD_SIZES=500 $(RUNTESTS) $(call programs,crowd)

asan:  ## every suite with the address and undefined-behaviour sanitizers
	+@SUMMARY=asan $(SELF) VARIANT=asan suites

valgrind: export WRAP := valgrind -q --error-exitcode=99 --leak-check=full --suppressions=tests/leaks.valgrind
valgrind: $(call programs,unit ledger)  ## the fast suites under valgrind
	@SUMMARY=valgrind TEST_LIMIT=7200 $(RUNTESTS) $^

FUZZ_SECONDS ?= 60
fuzz:  ## libFuzzer feeds each reader, FUZZ_SECONDS of processor time each (60)
	@$(DEPS) build fuzz
	+@$(SELF) VARIANT=fuzz fuzz-programs
	@WORK='$(BUILD)/fuzz' FUZZ_SECONDS='$(FUZZ_SECONDS)' JOBS='$(JOBS)' \
	    sh tests/fuzz/fuzz.sh $(BUILD)/fuzz/tests/fuzz/fuzz_readers $(FUZZ)
.PHONY: fuzz-programs bench-programs
$(OUT)/tests/fuzz/fuzz_readers: LDFLAGS += -fsanitize=fuzzer
fuzz-programs: $(patsubst %.c,$(OUT)/%,$(filter tests/fuzz/fuzz_%.c,$(TESTSRC)))

BENCH := $(patsubst %.c,$(OUT)/%,$(filter tests/bench/bench_%.c,$(TESTSRC)))
bench: all $(BENCH)  ## measure, as ratios to the bare work
	@for program in $(BENCH) $(sort $(wildcard tests/bench/bench_*.sh)); do \
	    ARLEDGER='$(abspath $(BIN))' WORK='$(OUT)/bench' ./$$program || exit 1; \
	done

cover:  ## which lines the suites reach, file by file
	@find $(BUILD)/cover -name '*.gcda' -exec rm -f {} + 2>/dev/null || true
	+@GCOV_ERROR_FILE='$(abspath $(BUILD))/cover/trouble' TEST_LIMIT=3600 $(SELF) VARIANT=cover suites && \
	    passed=0 || passed=1; \
	    sh tests/lint/cover.sh $(BUILD)/cover && exit $$passed

accept: all $(call programs,cli tui)  ## rewrite the expected files of cli and tui; review the diff
	@ACCEPT='$(CURDIR)' $(RUNTESTS) $(call programs,cli tui)

# ---- what a reader would mark ----------------------------------------------------------------------

layers:  ## hold every include against src/layers
	@sh tests/lint/layers.sh

lint:  ## left-over marks, long lines, unsafe calls
	@sh tests/lint/lint.sh
	@for header in $(sort $(wildcard include/*/*.h src/*/*.h)); do \
	    $(COMPILE) -fsyntax-only -x c $$header || { echo "$$header cannot stand alone"; exit 1; }; \
	done

tidy:  ## what has grown large; fails when the map (src/README.md) is not true
	@sh tests/lint/tidy.sh

map:  ## write the map's lines anew from the sentence that each file opens with
	@mkdir -p $(BUILD)
	@awk '/^## / && $$2 != "layers" {exit} {print}' src/README.md | sed -e :a -e '/^\n*$$/{$$d;N;ba' -e '}' \
	    >$(BUILD)/map && sh tests/lint/map.sh >>$(BUILD)/map && cat $(BUILD)/map >src/README.md

format:  ## lay out the sources by .clang-format
	clang-format -i $(SOURCES) $(wildcard src/main.c src/*/*.h include/*/*.h) $(TESTSRC)

# ---- run it, put it somewhere ----------------------------------------------------------------------

SAMPLE     := $(BUILD)/sample.arl
NEW_SAMPLE  = $(BUILD)/release/$(NAME) --book $(SAMPLE) book new --company "Harbour & Finch" \
              --currency EUR --demo

run:  ## build, and open the program on the sample firm; installs what is missing first
	@$(DEPS) build
	+@$(SELF) VARIANT=release all
	@test -f $(SAMPLE) || $(NEW_SAMPLE) || { rm -f $(SAMPLE)*; exit 1; }
	@$(BUILD)/release/$(NAME) --book $(SAMPLE)

deps:  ## install what building and testing need
	@sh data/deps.sh build test

# the program writes its own manual page and completions, from the table of commands
MANUAL   = $(BIN) help man
COMPLETE = $(BIN) help completion --shell
man: $(OUT)/$(NAME).1  ## the manual page
completion: $(OUT)/$(NAME).bash $(OUT)/$(NAME).zsh $(OUT)/$(NAME).fish  ## completions for bash, zsh, fish
$(OUT)/$(NAME).1: $(BIN)
	$(MANUAL) >$@
$(OUT)/$(NAME).bash $(OUT)/$(NAME).zsh $(OUT)/$(NAME).fish: $(BIN)
	$(COMPLETE) $(subst .,,$(suffix $@)) >$@

install: all man completion  ## install below prefix (/usr/local), behind DESTDIR
	$(INSTALL) -d '$(DESTDIR)$(bindir)' '$(DESTDIR)$(mandir)/man1' '$(DESTDIR)$(bashdir)' \
	    '$(DESTDIR)$(zshdir)' '$(DESTDIR)$(fishdir)'
	$(INSTALL) -m 755 $(BIN) '$(DESTDIR)$(bindir)/$(NAME)'
	$(INSTALL) -m 644 $(OUT)/$(NAME).1 '$(DESTDIR)$(mandir)/man1/$(NAME).1'
	$(INSTALL) -m 644 $(OUT)/$(NAME).bash '$(DESTDIR)$(bashdir)/$(NAME)'
	$(INSTALL) -m 644 $(OUT)/$(NAME).zsh '$(DESTDIR)$(zshdir)/_$(NAME)'
	$(INSTALL) -m 644 $(OUT)/$(NAME).fish '$(DESTDIR)$(fishdir)/$(NAME).fish'

# one book for several users of a machine: the program may open what they may not. See README.md.
GROUP     ?= arledger
sharedir  ?= /var/lib/arledger
install-shared: install  ## install for a book that a group GROUP (arledger) of users shares, in sharedir
	$(if $(DESTDIR),,getent group '$(GROUP)' >/dev/null || groupadd --system '$(GROUP)')
	$(INSTALL) -o root -g '$(GROUP)' -m 2755 $(BIN) '$(DESTDIR)$(bindir)/$(NAME)'
	$(INSTALL) -d -o root -g '$(GROUP)' -m 2770 '$(DESTDIR)$(sharedir)'

uninstall:  ## remove what install put there
	rm -f '$(DESTDIR)$(bindir)/$(NAME)' '$(DESTDIR)$(mandir)/man1/$(NAME).1' \
	    '$(DESTDIR)$(bashdir)/$(NAME)' '$(DESTDIR)$(zshdir)/_$(NAME)' '$(DESTDIR)$(fishdir)/$(NAME).fish'

DIST := $(NAME)-$(VERSION)
dist:  ## a tar of the last commit
	@mkdir -p $(BUILD)
	git archive --prefix=$(DIST)/ HEAD | gzip -9n >$(BUILD)/$(DIST).tar.gz

# the tar builds, passes its fast suites, installs, and leaves nothing behind when it is uninstalled
distcheck: dist  ## unpack that tar, build, test, install and uninstall it
	rm -rf $(BUILD)/distcheck && mkdir -p $(BUILD)/distcheck
	gzip -dc $(BUILD)/$(DIST).tar.gz | tar -xf - -C $(BUILD)/distcheck
	$(MAKE) -C $(BUILD)/distcheck/$(DIST) BUILD=build VARIANT=release all quick
	$(MAKE) -C $(BUILD)/distcheck/$(DIST) BUILD=build DESTDIR='$(abspath $(BUILD))/distcheck/root' install
	$(BUILD)/distcheck/root$(bindir)/$(NAME) --version
	$(MAKE) -C $(BUILD)/distcheck/$(DIST) BUILD=build DESTDIR='$(abspath $(BUILD))/distcheck/root' uninstall
	test -z "$$(find $(BUILD)/distcheck/root ! -type d)"
	rm -rf $(BUILD)/distcheck

clean:  ## remove everything that was built
	rm -rf $(BUILD)

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-14s %s\n", $$1, $$2}' Makefile
