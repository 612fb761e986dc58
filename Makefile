# arledger: the one Makefile. `make help` lists what it can do; src/README.md is the map of the sources.
#
#   VARIANT   release (default), debug, asan, cover, fuzz: each has its own folder below $(BUILD)
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

ifeq ($(origin CC),default)
CC := $(if $(shell command -v gcc),gcc,cc)
endif
AR ?= ar

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Wstrict-prototypes -Wvla \
        -Werror
HARD := -fstack-protector-strong
FORTIFY := -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2

MODE_release := -O2 -g $(FORTIFY)
MODE_debug   := -Og -g3
MODE_asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
MODE_cover   := -O0 -g --coverage
MODE_fuzz    := $(MODE_asan) -DARLEDGER_FUZZ
ifndef MODE_$(VARIANT)
$(error VARIANT is one of release debug asan cover fuzz, not "$(VARIANT)")
endif

DEFINES  := -D_GNU_SOURCE -DARLEDGER_VERSION='"$(VERSION)"'
COMPILE   = $(CC) -std=c11 $(DEFINES) $(WARN) $(HARD) -fPIE -Iinclude -Isrc $(MODE_$(VARIANT)) \
            $(CPPFLAGS) $(CFLAGS)
LINK      = $(CC) $(MODE_$(VARIANT)) $(HARD) $(CFLAGS) $(LINKHARD) $(LDFLAGS)
LIBS     := -lncursesw -lsqlite3 -lcsv -lsodium -lutf8proc -lexpat -lz
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
SUITES  := unit ledger cli tui fault play crowd
SCRIPTS := $(sort $(wildcard tests/*/test_*.sh))
# the programs (and scripts) of the suites named in $(1)
programs = $(foreach s,$(1),$(patsubst %.c,$(OUT)/%,$(filter tests/$(s)/test_%.c,$(TESTSRC))) \
           $(filter tests/$(s)/test_%.sh,$(SCRIPTS)))

# files that a source brings in by the assembler's .incbin, named from the top folder
EMBEDDED  := $(sort $(wildcard data/schema/sqlite/*.sql data/*.csv data/sample/*))
EMBEDDING := $(if $(SOURCES),$(shell grep -l incbin $(SOURCES)))

.PHONY: FORCE all objects programs quick suites check run deps asan valgrind fault play crowd fuzz bench \
        cover lint layers tidy format man completion install uninstall dist distcheck accept clean help

all: $(if $(wildcard src/main.c),$(BIN),$(ARCHIVE))  ## build the program (the default)

objects: $(ARCHIVE)  ## compile everything but the program itself

# ---- compile and link -----------------------------------------------------------------------------

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
	$(COMPILE) -MMD -MP -c $< -o $@

$(OUT)/tests/%.o: tests/%.c $(OUT)/flags
	@mkdir -p $(@D)
	$(COMPILE) -Wno-unused-parameter -Itests -MMD -MP -c $< -o $@

$(EMBEDDING:%.c=$(OUT)/%.o): $(EMBEDDED)

$(ARCHIVE): $(OBJECTS) $(OUT)/sources
	@rm -f $@
	$(AR) rcs $@ $(OBJECTS)

$(BIN): $(MAIN) $(ARCHIVE)
	$(LINK) $^ $(LIBS) -o $@

# $(1) a suite: its helpers go into an archive, each test_*.c becomes one program
define suite_rules
$(1)_HELP := $$(patsubst %.c,$(OUT)/%.o,$$(filter-out tests/$(1)/test_%.c tests/$(1)/fuzz_%.c \
             tests/$(1)/bench_%.c,$$(filter tests/$(1)/%.c,$(TESTSRC))))
$(OUT)/tests/$(1)/libhelp.a: $$($(1)_HELP) $(OUT)/sources
	@rm -f $$@ && mkdir -p $$(@D)
	$(AR) rcs $$@ $$($(1)_HELP)
$(patsubst %.c,$(OUT)/%,$(filter tests/$(1)/test_%.c tests/$(1)/fuzz_%.c tests/$(1)/bench_%.c,$(TESTSRC))): \
$(OUT)/%: $(OUT)/%.o $(OUT)/tests/$(1)/libhelp.a $(ARCHIVE)
	$$(LINK) $$^ $$(LDFLAGS_$(1)) $$(LIBS) $$(LDLIBS_$(1)) -o $$@
endef
LDLIBS_TEST := -lcmocka
ALLSUITES := $(sort $(foreach f,$(TESTSRC),$(word 2,$(subst /, ,$(f)))))
$(foreach s,$(ALLSUITES),$(eval LDLIBS_$(s) := $(if $(filter fuzz bench,$(s)),,$(LDLIBS_TEST))))
$(foreach s,$(ALLSUITES),$(eval $(call suite_rules,$(s))))

-include $(OBJECTS:.o=.d) $(MAIN:.o=.d) $(TESTSRC:%.c=$(OUT)/%.d)

# ---- tests ----------------------------------------------------------------------------------------

# what a test program may rely on: see tests/run.sh
RUNTESTS = ARLEDGER='$(abspath $(BIN))' REALDATA='$(abspath $(REALDATA))' WORK='$(OUT)/tests' \
           JOBS='$(JOBS)' sh tests/run.sh

programs: $(call programs,$(SUITES))

quick: $(call programs,unit ledger)  ## the fast suites: unit and ledger
	@$(RUNTESTS) $(call programs,unit ledger)

suites: all $(call programs,$(SUITES))
	@$(RUNTESTS) $(call programs,$(SUITES))

check:  ## every suite; installs what is missing first
	@sh data/deps.sh --if-missing build test
	@$(MAKE) --no-print-directory suites

clean:  ## remove everything that was built
	rm -rf $(BUILD)
