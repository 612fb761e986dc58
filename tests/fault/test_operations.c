/* Every operation of the ledger survives the failure of any one call of the store: the book is as
 * before or as after, what was acknowledged is there, and the same line sent again under the same
 * operation id leaves exactly one effect.
 *
 * Each try runs in a process of its own on a fresh copy of the book. FAULT_EVERY=1 lets every call
 * fail in turn; FAULT_REQUESTS tells how many requests for memory of each operation fail, spread
 * over all of them (6), of which there are tens of thousands; FAULT_OPERATION names the only one
 * that is tried. */
#include "fault/clerk.h"
#include "fault/power.h"

#include "db/db.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { DIED = 99, CLEAN = 0, FAILED_WHOLE = 1, WRONG = 3, TRIES_MAX = 100000 };
enum { KIND_MEMORY_ITSELF = DB_FAULT_STOP + 1 };

static char folder[40];
static char original[64], book[64];
/* A sanitizer makes each process ten times as slow: then only some of the calls fail. */
#ifdef __SANITIZE_ADDRESS__
enum { STRIDE = 11, REQUESTS = 4 };
#else
enum { STRIDE = 1, REQUESTS = 6 };
#endif
static long failures; /* calls that were made to fail, in all */

static const char *const founding[] = {
    "customer add --code ACME --name Acme --limit 5000",
    "customer add --code KIDS --name Kids --parent ACME",
    "customer add --code YANK --name Yank --currency USD",
    "terms add --code 2-10 --due 'net 30' --discount '2% 10'",
    "tax add --code VAT20 --rate 20%",
    "rate add --currency USD --rate 0.9 --date 2026-01-01",
    "rate add --currency USD --rate 0.95 --date 2026-06-15",
    "invoice issue --customer ACME --number A1 --amount 100 --date 2026-06-01",
    "invoice issue --customer ACME --number A2 --amount 100 --date 2026-06-25 --terms 2-10",
    "invoice issue --customer ACME --number A3 --amount 100 --date 2026-06-01",
    "invoice issue --customer ACME --number A4 --amount 100 --date 2026-06-01",
    "invoice issue --customer ACME --number A5 --amount 2000 --date 2026-06-01",
    "invoice issue --customer ACME --number A6 --amount 100 --date 2026-06-01",
    "invoice issue --customer KIDS --number K1 --amount 80 --date 2026-06-02",
    "invoice issue --customer YANK --number U1 --amount 200 --date 2026-06-01",
    "invoice issue --customer YANK --number U2 --amount 200 --date 2026-06-02",
    "payment receive --customer ACME --number Q1 --amount 100 --date 2026-06-28",
    "payment receive --customer ACME --number Q2 --amount 99 --date 2026-06-28",
    "payment receive --number Q3 --amount 100 --date 2026-06-20 --apply A3",
    "payment receive --number Q4 --amount 60 --date 2026-06-20 --apply A4",
    "payment receive --number Q5 --amount 50 --date 2026-06-20",
    "payment receive --customer YANK --number UQ --amount 200 --date 2026-06-20",
    "credit issue --customer ACME --number C1 --amount 30 --date 2026-06-10 --reason goods",
    "debit issue --customer ACME --number D1 --amount 12 --date 2026-06-10",
    "book set --name autocash.oldest --value 1",
    "dispute open --invoice A6 --reason price --text 'not what we ordered'",
    "payment receive --customer ACME --number H1 --amount 40 --date 2026-06-20 --method cash",
    "payment receive --customer ACME --number H2 --amount 60 --date 2026-06-20 --method cheque",
    "payment receive --customer KIDS --number H3 --amount 70 --date 2026-06-21 --method cheque",
    "payment receive --customer KIDS --number H4 --amount 80 --date 2026-06-21 --method cheque",
    "deposit make --payments 'H3; H4' --date 2026-06-22",
    "credit issue --customer ACME --number C2 --amount 9 --date 2026-06-11",
    "customer match --customer ACME --apply 'A5=5.00 from C2'",
    "payment receive --number Q6 --amount 50 --date 2026-06-23 --apply 'A5=50.00; A5=4.00 from C2'",
    "customer add --code OVER --name Over --overpayment",
    "invoice issue --customer OVER --number O1 --amount 50 --date 2026-06-01",
    "invoice issue --customer ACME --number A7 --amount 100 --date 2026-06-01",
    "invoice issue --customer ACME --number A8 --amount 100 --date 2026-06-01",
    "payment receive --customer ACME --number Q8 --amount 98.50 --date 2026-06-20 --apply A8",
    "deduction split --invoice A5 --amount 30 --reason PRICE --date 2026-06-20",
    "payment receive --customer ACME --number Q9 --amount 10 --date 2026-06-20 --apply DED-1001",
    "payment receive --customer ACME --number PD --amount 100 --date 2026-07-15 --method cheque "
    "--apply A7",
    "book set --name advance.tax --value VAT20",
    "payment receive --customer ACME --number PP --amount 60 --keep prepayment --date 2026-06-20",
    "payment receive --customer ACME --number Q7 --amount 25 --date 2026-06-20",
    "payment transfer --payment Q7 --customer KIDS --date 2026-06-21",
    "payment apply --payment Q7 --to K1 --amount 20",
    "batch open --count 3 --total 131.00 --date 2026-07-01",
    "payment receive --batch A --amount 98 --apply 'A2=98.00 discount auto' --date 2026-06-28",
    "payment receive --batch A --amount 25 --apply A1=25.00 --method cheque --reference 4711 "
    "--date 2026-06-28",
    "payment receive --batch A --amount 8 --date 2026-06-28",
    "batch open --count 1 --total 5.00 --date 2026-07-01",
    "payment receive --batch B --amount 4 --date 2026-06-28",
    "period close --month 2026-05",
    "alias add --customer KIDS --kind account --value 'DE 12'",
    "payment receive --number QA --amount 33 --date 2026-06-20 --payer Acmes --payer-account X-99",
    "payment receive --number QB --amount 80 --date 2026-06-29 --payer-account DE12",
    "payment receive --customer ACME --number QC --amount 100 --date 2026-06-29 --reference A1/A2",
    "contact log --customer ACME --kind enquiry --text 'which invoice?' --next +3 --action call",
    "promise take --customer ACME --invoices A5 --date 2026-07-10",
    "bank import %s/bank.csv --account 1200 --map 'date=Date; amount=Amount; name=Name; "
    "text=Text; dates=ymd; decimal=.'",
    "bank rule --pattern 'text ~ fee' --account 6110",
    "account add --code 1291 --name 'Second bank' --kind asset",
    "account add --code 1292 --name 'Third bank' --kind asset",
    "bank account --account 1291 --number 1 --since 2026-01-01",
    "bank account --account 1292 --number 2 --since 2026-01-01",
    "bank submit --account 1291 --to 2026-06-20 --closing 0",
    "customer set --code KIDS --email pay@kids.test",
    "recurring add --customer KIDS --every month --from 2026-06-01 --line 'text=Support; price=10'",
    "mail send K1",
    "invoice issue --customer KIDS --number K2 --amount 500 --date 2026-06-01 --due 2026-06-10",
    "charge rate add --from 2026-01-01 --rate 10",
    "charge run --upto 2026-06-20 --customer KIDS",
    "charge post",
    "charge run --upto 2026-06-25 --customer KIDS",
    "allowance-rate set --bucket current --rate 1%",
    "allowance-rate set --bucket 1-30 --rate 3%",
    "allowance-rate set --bucket 31-60 --rate 9%",
    "allowance-rate set --bucket 61-90 --rate 20%",
    "allowance-rate set --bucket over-90 --rate 50%",
    "customer add --code GONE --name 'Gone Brothers' --email gone@gone.test --contact 'Kim Gone'",
    "contact log --customer GONE --text 'Kim Gone called'",
    "customer add --code TWIN --name Twin",
    "invoice issue --customer TWIN --number T1 --amount 10 --date 2026-06-01",
    "payable import %s/payable.csv",
    "netting agree --customer ACME --reference 'of May'",
};

static const struct operation {
    const char *name, *line;
} operations[] = {
    {"invoice", "invoice issue --customer ACME --date 2026-06-29 --discount '2% 10' "
                "--line 'text=Lamp; qty=2; price=10.00; tax=VAT20' "
                "--line 'text=Oil; qty=1; price=7.00' "
                "--instalments '2026-07-15=11.00; 2026-08-15=20.00'"},
    {"credit memo", "credit issue --customer ACME --amount 10 --reason goods"},
    {"debit memo", "debit issue --customer ACME --amount 10"},
    {"receipt, unapplied", "payment receive --customer ACME --amount 10"},
    {"receipt, on account", "payment receive --customer ACME --amount 10 --keep on-account"},
    {"receipt, prepayment", "payment receive --customer ACME --amount 10 --keep prepayment"},
    {"receipt, unidentified", "payment receive --amount 10"},
    {"receipt, applied", "payment receive --amount 120 --apply 'A1; A5=20.00'"},
    {"receipt, oldest first", "payment receive --customer ACME --amount 300 --auto"},
    {"receipt in another currency",
     "payment receive --customer YANK --amount 90 --currency EUR --settles '95.00 USD' --apply U1"},
    {"receipt with a credit in one act",
     "payment receive --amount 70 --apply 'A1=30.00 from C1; A1=70.00'"},
    {"match without cash",
     "customer match --customer ACME --apply 'A1=30.00 from C1; A2 discount auto from Q1; A6=99.00 "
     "from Q2'"},
    {"match taken back", "customer unmatch --entry 34"},
    {"an entry taken back whole", "journal reverse --entry 35"},
    {"apply", "payment apply --payment Q1 --to A1 --amount 40"},
    {"apply with discount", "payment apply --payment Q1 --to A2 --discount auto"},
    {"apply with write-off", "payment apply --payment Q2 --to A1 --writeoff 1.00"},
    {"apply across rates", "payment apply --payment UQ --to U1"},
    {"apply to a child's paper", "payment apply --payment Q1 --to K1"},
    {"apply a credit memo", "credit apply --credit C1 --to A1"},
    {"unapply", "payment unapply --payment Q3"},
    {"unapply a part", "payment unapply --payment Q3 --amount 10"},
    {"reverse with a fee", "payment reverse --payment Q3 --reason nsf --date 2026-06-29 --fee 15"},
    {"void a paid invoice", "invoice void --invoice A4 --reason 'wrong price'"},
    {"refund", "refund pay --from C1 --amount 30"},
    {"write-off", "writeoff post --invoice A8 --amount 1.50 --reason small"},
    {"deduction", "deduction split --invoice A1 --amount 25 --reason PRICE"},
    {"deduction with a payment",
     "payment receive --customer ACME --amount 75 --apply 'A1=75 deduct 25 PRICE'"},
    {"deduction undone", "deduction undo --deduction DED-1001 --reason agreed"},
    {"a surplus kept", "payment receive --customer OVER --amount 50.02 --apply O1"},
    {"a cheque of a later day", "payment receive --customer ACME --amount 100 --method cheque "
                                "--date 2026-07-20 --apply A1"},
    {"a cheque given back", "payment reverse --payment PD --reason returned"},
    {"a prepayment used", "payment apply --payment PP --to A1 --amount 40"},
    {"a prepayment refunded", "refund pay --from PP --amount 10"},
    {"card chargeback",
     "payment reverse --payment Q3 --reason card-chargeback --date 2026-06-29 --code 4837"},
    {"reverse by debits",
     "payment reverse --payment Q3 --reason nsf --date 2026-06-29 --fee 15 --debit-memos"},
    {"transfer taken back", "transfer undo --transfer TR-1001 --reason 'not theirs'"},
    {"identify", "payment identify --payment Q5 --customer ACME"},
    {"transfer", "payment transfer --payment Q1 --customer KIDS --amount 25"},
    {"deposit", "deposit make --all --fee 1.50 --short 0.20"},
    {"deposit voided", "deposit void --deposit DEP-1001 --reason keying"},
    {"reverse what was deposited", "payment reverse --payment H3 --reason nsf --date 2026-06-29"},
    {"period closed", "period close --month 2026-06"},
    {"period soft-closed", "period close --month 2026-06 --soft"},
    {"period reopened", "period reopen --month 2026-05 --reason 'a late bill'"},
    {"batch to the general ledger", "gl export --month 2026-06"},
    {"revaluation", "rate revalue --as-of 2026-06-30"},
    {"run of autocash with unidentified money",
     "payment autocash --from 2026-06-29 --to 2026-06-29 --post"},
    {"statement sent", "statement issue ACME --as-of 2026-06-29"},
    {"statements to all, by mail", "statement send --all --mail --as-of 2026-06-29"},
    {"dunning letters", "dunning run --date 2026-06-30"},
    {"late charges worked out anew", "charge run --run 2"},
    {"late charges", "charge post"},
    {"recurring invoices", "recurring run --to 2026-06-30"},
    {"allowance", "allowance run --as-of 2026-06-30"},
    {"mail put into the outbox", "mail send A5 --to boss@acme.test"},
    {"mail about to be sent", "outbox mark --mail 1 --step sending"},
    {"confirmation sent", "confirmation send ACME --as-of 2026-06-29"},
    {"balance asserted", "balance assert ACME --date 2026-06-29 --amount 1204.50"},
    {"receipt from a known payer", "payment receive --amount 12 --payer-account 'de 1 2' --auto"},
    {"payer learned", "payment identify --payment QA --customer ACME --learn"},
    {"alias added", "alias add --customer ACME --kind name --value 'Acme & Sons'"},
    {"alias removed", "alias remove 1"},
    {"setting of a customer", "book set --name autocash.oldest --value no --customer ACME"},
    {"batch opened", "batch open --tape '10.00 20.00'"},
    {"line entered", "payment receive --batch B --amount 5 --apply A5=5.00 --date 2026-06-28"},
    {"line changed", "payment receive --batch A --line A/3 --amount 9 --date 2026-06-28"},
    {"line removed", "batch remove A/1"},
    {"line moved", "batch move A/1 --to B"},
    {"control total corrected", "batch set A --total 132.00 --reason misread"},
    {"difference accepted", "batch accept B --reason 'it came short'"},
    {"batch dropped", "batch drop A --reason doubtful"},
    {"batch posted", "batch post A"},
    {"dispute opened", "dispute open --invoice A5 --amount 50 --reason price"},
    {"contact logged", "contact log --customer ACME --text 'they pay' --next +7 --action 'call'"},
    {"contact closed", "contact close --contact 1 --text 'the one of May'"},
    {"promise taken", "promise take --customer ACME --amount 20 --date 2026-07-03 --by Kim"},
    {"promise cancelled", "promise cancel --promise 1 --reason mistake"},
    {"plan made", "plan make --customer ACME --invoices A5 --instalments "
                  "'2026-07-10=11; 2026-08-10=1900'"},
    {"attachment added", "attachment add --customer ACME --path LICENSE --text ours"},
    {"dispute closed", "dispute resolve --dispute 1 --resolution withdrawn"},
    {"amendment", "invoice amend --invoice A1 --po PO-77"},
    {"customer added", "customer add --code NEWT --name Newt"},
    {"customer changed", "customer set --code ACME --limit 7000 --collector tom"},
    {"setting", "book set --name tolerance.amount --value 3.00"},
    {"rate", "rate add --currency USD --rate 0.97 --date 2026-06-29"},
    {"bank file", "bank import %s/later.csv --account 1200 --map 'date=Date; "
                  "amount=Amount; name=Name; text=Text; dates=ymd; decimal=.'"},
    {"bank line matched", "bank match --lines 1 --documents DEP-1001"},
    {"bank line matched with what waits", "bank match --lines 2 --documents 'H1; H2' --fee 1.50"},
    {"bank lines booked", "bank post --auto --unidentified"},
    {"bank line booked, its payer learned", "bank post --line 3 --customer ACME --learn"},
    {"cheques of a lockbox", "bank lockbox %s/cheques.box"},
    {"reconciliation submitted", "bank submit --account 1292 --to 2026-06-20 --closing 0"},
    {"reconciliation approved", "bank approve 1"},
    {"customer's data erased", "customer erase GONE"},
    {"accounts merged", "customer merge --from TWIN --into ACME"},
    {"hold set", "hold set ACME --reason 'pays late'"},
    {"handed to an agency", "placement make --invoice A5 --agency 'Collect & Co' --commission 20%"},
    {"bad debt", "baddebt writeoff --invoice A5 --reason gone"},
    {"insolvency", "customer insolvent --customer ACME --date 2026-06-20 --claim 100"},
    {"set off with what we owe", "netting post --customer ACME"},
    {"first user", "user add --name ben --role clerk"},
    {"template of one's own", "template set mail.en --file %s/mail.txt"},
    {"history of an old system", "import history --file %s/history.csv --map 'customer=customer; "
                                 "number=number; date=date; due=due; amount=amount; paid=paid'"},
    {"import", "import payments --file %s/payments.csv --map 'customer=Customer; date=Date; "
               "amount=Amount; reference=Reference'"},
};
enum { OPERATIONS = sizeof operations / sizeof operations[0] };

/* Files that lines name: "%s" stands for their folder. */
static const struct file {
    const char *name, *bytes;
} files[] = {
    {"payments.csv", "Customer,Date,Amount,Reference\nACME,2026-06-26,11.00,first\n"
                     "KIDS,2026-06-26,12.00,second\nACME,2026-06-27,13.00,third\n"},
    {"bank.csv", "Date,Amount,Name,Text\n2026-06-22,150.00,,DEPOSIT\n2026-06-23,98.50,,CASH\n"
                 "2026-06-24,21.00,SOMEBODY,thanks\n2026-06-24,-2.50,,FEE\n"},
    {"later.csv", "Date,Amount,Name,Text\n2026-06-24,-2.50,,FEE\n2026-06-25,7.00,TOM,one\n"
                  "2026-06-25,7.00,TOM,one\n"},
    {"payable.csv", "vendor,number,date,amount\nACME,V1,2026-06-10,40.00\n"},
    {"mail.txt", ".title Paper\nHere it is.\n"},
    {"history.csv", "customer,number,date,due,amount,paid\nKIDS,H-1,2026-06-01,2026-06-15,10.00,"
                    "2026-06-20\nKIDS,H-2,2026-06-02,2026-06-16,11.00,\n"},
    {"cheques.box", "100HARBOURFIN00999999912606251800\n"
                    "50000000022222260625HARBOURFIN0099999991\n"
                    "60010010000007000055002707001234555500000001801119\n"
                    "40010016010A1        0000005000A5        0000002000\n"
                    "600100200000012340550027070012345555181\n"
                    "700100000222222606250020000008234\n"
                    "8000000002222226062500020000008234\n"
                    "9000008\n"},
};
enum { FILES = sizeof files / sizeof files[0] };

static const char *file_path(int i, char room[96])
{
    snprintf(room, 96, "%s/%s", folder, files[i].name);
    return room;
}

static void files_write(void)
{
    char path[96];

    for (int i = 0; i < FILES; i++) {
        FILE *file = fopen(file_path(i, path), "w");
        assert_non_null(file);
        fputs(files[i].bytes, file);
        assert_int_equal(fclose(file), 0);
    }
}

/* The line with the folder in its place. */
static void line_take(const char *line, char *out, size_t room)
{
    const char *place = strstr(line, "%s");
    const int len = place ? (int)(place - line) : (int)strlen(line);

    snprintf(out, room, "%.*s%s%s", len, line, place ? folder : "", place ? place + 2 : "");
}

/* What tom closed or prepared anna may decide. */
static const char *founder(const char *line)
{
    return strncmp(line, "period", 6) == 0 || strncmp(line, "bank submit", 11) == 0 ? "tom"
                                                                                    : "anna";
}

static int found_book(void **state)
{
    struct clerk clerk;
    char words[256], line[400];

    clerk_folder(folder, sizeof folder, "operations");
    snprintf(original, sizeof original, "%s/original", folder);
    snprintf(book, sizeof book, "%s/book", folder);
    files_write();
    if (clerk_found(&clerk, original) != ERR_OK)
        fail_msg("%s", clerk_words(&clerk));
    for (size_t i = 0; i < sizeof founding / sizeof founding[0]; i++) {
        clerk.session.actor = founder(founding[i]);
        line_take(founding[i], line, sizeof line);
        if (clerk_do(&clerk, NULL, line) != ERR_OK)
            fail_msg("%s: %s", founding[i], clerk_words(&clerk));
    }
    if (clerk_proof(&clerk, words, sizeof words) != 0)
        fail_msg("%s", words);
    clerk_close(&clerk);
    return 0;
}

static int remove_book(void **state)
{
    char path[96];

    clerk_remove(book);
    clerk_remove(original);
    for (int i = 0; i < FILES; i++)
        unlink(file_path(i, path));
    rmdir(folder);
    return 0;
}

/* ---- one operation, one call that fails -------------------------------------------------- */

struct sweep {
    const char *name;
    char line[400];
    int kind;
    struct hash before, after;
};

#define SWEEP_FAIL(sweep, n, ...)                                                                  \
    do {                                                                                           \
        char why_[400];                                                                            \
        snprintf(why_, sizeof why_, __VA_ARGS__);                                                  \
        fail_msg("%s, kind %d, call %ld: %s", (sweep)->name, (sweep)->kind, n, why_);              \
    } while (0)

static void fresh_book(void)
{
    clerk_remove(book);
    clerk_copy(original, book);
}

static void reference(struct sweep *sweep)
{
    struct clerk clerk;
    char words[256];

    fresh_book();
    assert_int_equal(clerk_open(&clerk, book), ERR_OK);
    assert_int_equal(clerk_print(&clerk, &sweep->before), ERR_OK);
    if (clerk_do(&clerk, "op-1", sweep->line) != ERR_OK)
        fail_msg("%s: %s", sweep->line, clerk_words(&clerk));
    assert_int_equal(clerk_print(&clerk, &sweep->after), ERR_OK);
    assert_int_not_equal(hash_cmp(&sweep->before, &sweep->after), 0);
    if (clerk_proof(&clerk, words, sizeof words) != 0)
        fail_msg("%s: %s", sweep->name, words);
    clerk_close(&clerk);
}

static void arm(int kind, long n)
{
    if (kind == KIND_MEMORY_ITSELF)
        memory_short_at(n);
    else
        db_fault_after(n, (enum db_fault)kind);
}

static bool reached(int kind, long n)
{
    return (kind == KIND_MEMORY_ITSELF ? memory_count() : db_fault_count()) >= n;
}

/* What the child does: its exit status tells the parent. What failed is sent once more on the same
 * connection, as a clerk would after making room on the disk. */
static int run_once(struct sweep *sweep, long n, int channel)
{
    struct clerk clerk;

    arm(sweep->kind, n);
    enum err e = clerk_open(&clerk, book);
    if (e != ERR_OK)
        return reached(sweep->kind, n) && clerk_words(&clerk)[0] != '\0' ? FAILED_WHOLE : WRONG;
    e = clerk_do(&clerk, "op-1", sweep->line);
    if (e != ERR_OK) {
        if (!reached(sweep->kind, n) || clerk_words(&clerk)[0] == '\0')
            return WRONG;
        if (clerk_do(&clerk, "op-1", sweep->line) != ERR_OK)
            return WRONG;
    }
    must(write(channel, "y", 1) == 1);
    clerk_close(&clerk);
    return reached(sweep->kind, n) ? FAILED_WHOLE : CLEAN;
}

static int run_child(struct sweep *sweep, long n, bool *acknowledged)
{
    int ends[2], status = 0;
    char byte;

    must(pipe(ends) == 0);
    fflush(NULL);
    const pid_t child = fork();
    must(child >= 0);
    if (child == 0) {
        close(ends[0]);
        _exit(run_once(sweep, n, ends[1]));
    }
    close(ends[1]);
    *acknowledged = read(ends[0], &byte, 1) == 1;
    close(ends[0]);
    must(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : WRONG;
}

/* The words of its own entry go too: sent again under the same id, it is another one. */
static bool is_final(const char *line)
{
    return strncmp(line, "customer erase", 14) == 0;
}

/* All or nothing; acknowledged = there; sent again = once. */
static void look(struct sweep *sweep, long n, bool acknowledged)
{
    struct clerk clerk;
    struct hash now;
    char words[256];

    arm(DB_FAULT_NONE, 0);
    memory_short_at(0);
    if (clerk_open(&clerk, book) != ERR_OK)
        SWEEP_FAIL(sweep, n, "the book does not open: %s", clerk_words(&clerk));
    if (clerk_print(&clerk, &now) != ERR_OK)
        SWEEP_FAIL(sweep, n, "the book cannot be read: %s", clerk_words(&clerk));
    const bool there = hash_cmp(&now, &sweep->after) == 0;
    if (!there && hash_cmp(&now, &sweep->before) != 0)
        SWEEP_FAIL(sweep, n, "half done");
    if (acknowledged && !there)
        SWEEP_FAIL(sweep, n, "acknowledged and not there");
    if (clerk_proof(&clerk, words, sizeof words) != 0)
        SWEEP_FAIL(sweep, n, "%s", words);
    const enum err again = clerk_do(&clerk, "op-1", sweep->line);
    if (again != (is_final(sweep->line) && there ? ERR_CONFLICT : ERR_OK))
        SWEEP_FAIL(sweep, n, "refused when sent again: %s", clerk_words(&clerk));
    if (again == ERR_OK && clerk.out.stored != there)
        SWEEP_FAIL(sweep, n, "the answer to the second sending is not the stored one");
    if (clerk_print(&clerk, &now) != ERR_OK || hash_cmp(&now, &sweep->after) != 0)
        SWEEP_FAIL(sweep, n, "sent again, it is not there exactly once");
    clerk_close(&clerk);
}

/* In a check killed at every 5th call, of the other kinds every 13th fails, from another one on
 * for each operation; every one with FAULT_EVERY (`make fault`). Requests for memory are as many as
 * FAULT_REQUESTS says. */
#define THINNED_KILLS 5
#define THINNED 13

static long sweep_step(struct sweep *sweep)
{
    const char *requests = getenv("FAULT_REQUESTS");

    if (sweep->kind != KIND_MEMORY_ITSELF)
        return STRIDE * (getenv("FAULT_EVERY") != NULL    ? 1
                         : sweep->kind == DB_FAULT_EXIT ? THINNED_KILLS
                                                        : THINNED);
    struct clerk clerk;
    fresh_book();
    memory_short_at(0);
    assert_int_equal(clerk_open(&clerk, book), ERR_OK);
    assert_int_equal(clerk_do(&clerk, "op-1", sweep->line), ERR_OK);
    clerk_close(&clerk);
    return memory_count() / (requests ? strtol(requests, NULL, 10) : REQUESTS) + 1;
}

static void sweep_one(struct sweep *sweep, long place)
{
    int status = DIED;
    const long step = sweep_step(sweep);
    long calls = 0;

    for (long n = 1 + place % step; status != CLEAN; n += step) {
        bool acknowledged = false;
        assert_true(++calls <= TRIES_MAX);
        fresh_book();
        status = run_child(sweep, n, &acknowledged);
        if (status == WRONG || (sweep->kind == DB_FAULT_EXIT && status == FAILED_WHOLE) ||
            (sweep->kind != DB_FAULT_EXIT && status == DIED))
            SWEEP_FAIL(sweep, n, "it did not end as it must (%d)", status);
        if (status == CLEAN && !acknowledged)
            SWEEP_FAIL(sweep, n, "nothing failed, nothing was acknowledged");
        look(sweep, n, acknowledged);
    }
    assert_true(calls >= 8 / step);
    failures += calls - 1;
}

static void sweep_line(struct sweep *sweep, int i)
{
    sweep->name = operations[i].name;
    line_take(operations[i].line, sweep->line, sizeof sweep->line);
}

static void sweep_all(int kind)
{
    struct sweep sweep = {.kind = kind};
    const char *only = getenv("FAULT_OPERATION");

    failures = 0;
    for (int i = 0; i < OPERATIONS; i++) {
        if (only && strcmp(only, operations[i].name) != 0)
            continue;
        sweep_line(&sweep, i);
        reference(&sweep);
        sweep_one(&sweep, i);
    }
    print_message("# %d operations, %ld calls failed in turn: 0 lost, 0 doubled, 0 half done\n",
                  OPERATIONS, failures);
    print_message("# tally tried %ld lost 0 doubled 0 corrupt 0 half 0\n", failures);
}

static void killed_at_any_call(void **state)
{
    sweep_all(DB_FAULT_EXIT);
}

static void disk_error_at_any_call(void **state)
{
    sweep_all(DB_FAULT_IO);
}

static void disk_error_at_any_reading(void **state)
{
    sweep_all(DB_FAULT_READ);
}

static void disk_full_at_any_call(void **state)
{
    sweep_all(DB_FAULT_FULL);
}

static void no_memory_for_the_file_at_any_call(void **state)
{
    sweep_all(DB_FAULT_MEMORY);
}

static void no_memory_at_any_request(void **state)
{
    sweep_all(KIND_MEMORY_ITSELF);
}

/* The disk stays full until somebody makes room: the line fails as often as it is sent, with words
 * and without effect, and then works on the same connection. */
static void the_disk_stays_full(void **state)
{
    struct sweep sweep = {.kind = DB_FAULT_NONE};
    struct clerk clerk;
    struct hash now;
    const long step = STRIDE * (getenv("FAULT_EVERY") ? 1 : THINNED_KILLS);
    long full = 0;

    for (int i = 0; i < OPERATIONS; i++) {
        sweep_line(&sweep, i);
        reference(&sweep);
        enum err e = ERR_FULL;
        for (long room = 0; e != ERR_OK; room += step) {
            fresh_book();
            assert_int_equal(clerk_open(&clerk, book), ERR_OK);
            power_full_after(room);
            e = clerk_do(&clerk, "op-1", sweep.line);
            const enum err again = e == ERR_OK ? e : clerk_do(&clerk, "op-1", sweep.line);
            if ((e != ERR_OK && e != ERR_FULL) || e != again)
                SWEEP_FAIL(&sweep, room, "%s", clerk_words(&clerk));
            power_full_after(-1);
            full += e != ERR_OK;
            assert_int_equal(clerk_print(&clerk, &now), ERR_OK);
            assert_int_equal(hash_cmp(&now, e == ERR_OK ? &sweep.after : &sweep.before), 0);
            clerk_close(&clerk);
            look(&sweep, room, e == ERR_OK);
        }
    }
    assert_true(full >= OPERATIONS);
    print_message("# %d operations on a disk that stayed full at %ld places\n", OPERATIONS, full);
    print_message("# tally tried %ld lost 0 doubled 0 corrupt 0 half 0\n", full);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(killed_at_any_call),
        cmocka_unit_test(disk_error_at_any_call),
        cmocka_unit_test(disk_error_at_any_reading),
        cmocka_unit_test(disk_full_at_any_call),
        cmocka_unit_test(no_memory_for_the_file_at_any_call),
        cmocka_unit_test(no_memory_at_any_request),
        cmocka_unit_test(the_disk_stays_full),
    };

    memory_install();
    power_install(); /* tries end by the hundred; real syncs would only cost time */
    cmocka_set_test_filter(getenv("FAULT_ONLY"));
    return cmocka_run_group_tests_name("operations under faults", tests, found_book, remove_book);
}
