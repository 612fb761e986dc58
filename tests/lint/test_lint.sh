#!/bin/sh
# The checks of the sources see what they are there to see: each is given a small tree with one thing wrong.
set -u
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d "${TMPDIR:-/tmp}/lint.XXXXXX") || exit 1
trap 'rm -rf "$tree"' EXIT
cd "$tree" || exit 1
count=0

# a tree with nothing wrong: money below, customer above it
fresh() {
    rm -rf src include tests data .ci
    mkdir -p src/base src/ledger src/app include/base include/ledger tests data .ci
    printf 'base: | sodium.h\ndb: base | sqlite3.h\nledger: base db\napp: base ledger\n' >src/layers
    printf '/* money: amounts. */\n#include <stdint.h>\n' >include/base/money.h
    printf '#include "base/money.h"\n\nint money_cmp(void)\n{\n    return 0;\n}\n' >src/base/money.c
    printf '#include "base/money.h"\n' >include/ledger/customer.h
    printf '#include "ledger/customer.h"\n' >src/ledger/customer.c
    printf '## base\n\n- `money` amounts\n\n## ledger\n\n- `customer` a debtor\n' >src/README.md
    : >Makefile
    : >README.md
}

# sees CHECK WORDS NAME: the check fails, and says WORDS
sees() {
    count=$((count + 1))
    said=$(sh "$here/$1.sh" 2>&1) && said="it passed: $said"
    case $said in
    *"$2"*) echo "ok $count - $1: $3" ;;
    *) printf 'not ok %s - %s: %s\n# %s\n' $count "$1" "$3" "$said" ;;
    esac
    fresh
}
# accepts CHECK NAME
accepts() {
    count=$((count + 1))
    if said=$(sh "$here/$1.sh" 2>&1); then
        echo "ok $count - $1: $2"
    else
        printf 'not ok %s - %s: %s\n# %s\n' $count "$1" "$2" "$said"
    fi
    fresh
}

fresh
accepts layers "a tree with nothing wrong"
echo '#include "ledger/customer.h"' >>src/base/money.c
sees layers "base may not know ledger" "an include upwards"
echo '#include <sqlite3.h>' >>src/ledger/customer.c
sees layers "belongs to another layer" "a foreign header in the wrong layer"
echo '#include <unknown.h>' >>src/ledger/customer.c
sees layers "has no owner" "a foreign header that nobody owns"
echo '#include "money.h"' >>src/base/money.c
sees layers "names its layer" "an include without a layer"
echo '#include "base/date.h"' >>src/base/money.c
sees layers 'there is no "base/date.h"' "an include of nothing"
echo "/* inner: x */" >src/base/inner.h
echo '#include "base/inner.h"' >>src/ledger/customer.c
sees layers "for its own layer only" "a private header from outside"
echo '#include "base/date.h"' >>include/base/money.h
echo '#include "base/money.h"' >include/base/date.h
sees layers "a circle of includes" "two headers that include each other"
echo "/* txopen: x */" >include/ledger/txopen.h
echo '#include "ledger/txopen.h"' >src/app/cmd.c
sees layers "may open a transaction" "the right to write, outside the command machine"
echo "/* txopen: x */" >include/ledger/txopen.h
echo '#include "ledger/txopen.h"' >src/app/command.c
accepts layers "the right to write, in the command machine"
mkdir src/misc
echo "/* x */" >src/misc/x.c
sees layers "does not know the layer" "a folder that is no layer"

accepts lint "a tree with nothing wrong"
echo "/* TO""DO: later */" >>src/base/money.c
sees lint "left-over mark" "a mark"
printf 'int a;\t/* x */\n' >>src/base/money.c
sees lint "a tab" "a tab"
echo 'int a; ' >>src/base/money.c
sees lint "blank at the end" "a trailing blank"
printf '/* %0100d */\n' 0 >>src/base/money.c
sees lint "longer than 100" "a long line"
printf '/* %s */\n' "$(printf '%080d' 0 | sed 's/0/ä/g')" >>src/base/money.c
accepts lint "letters of two bytes count once"
echo '    strcpy(a, b);' >>src/base/money.c
sees lint "cannot say no" "an unsafe call"
echo '    /* never strcpy(a, b) */ fail("use strcpy(a)");' >>src/base/money.c
accepts lint "an unsafe call that is only spoken of"
echo '    system(line);' >>src/app/cmd.c
sees lint "a shell" "a shell"
echo '    sqlite3_step(s);' >>src/ledger/customer.c
sees lint "outside src/db" "the store outside its layer"
echo '    double share = 0;' >>src/ledger/customer.c
sees lint "floating point" "floating point in the books"
echo '    printf("hello");' >>src/ledger/customer.c
sees lint "cli and view print" "printing from below"
echo 'extern int count;' >>include/base/money.h
sees lint "extern" "an extern variable"
echo 'extern const int days[];' >>include/base/money.h
accepts lint "a constant table"

accepts tidy "a tree with nothing wrong"
: >src/base/date.c
sees tidy "src/base/date.c: no line" "a file that the map lacks"
rm src/base/money.c include/base/money.h
sees tidy "there is no base/money" "a line of the map without its file"
{ printf 'int long_one(void)\n{\n'; yes '    ;' | head -n 71; printf '}\n'; } >>src/base/money.c
rm include/ledger/customer.h src/ledger/customer.c
sees tidy "long_one has 71 lines" "a long function"

echo "1..$count"
