/* bench_bank: how fast each kind of bank file is read, beside a bare read of the same bytes.
 *
 * Each file is one statement with equal lines, as many as MEGABYTES (20) hold. Both sides read
 * the file block by block from the same cached pages; the ratio is processor time. Nothing has a
 * limit here but the figure of the slowest, which tells when a reader has gone quadratic. */
#include "base/err.h"
#include "bench/measure.h"
#include "io/bankfile.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TURNS 5
#define PATH 4096
#define SLOWEST 5.0 /* MB/s that any machine of today reaches */

struct kind {
    const char *name, *head, *line, *foot; /* `line` is repeated; %1$ld counts */
    const char *map;
};

static const struct kind kinds[] = {
    {"MT940", ":20:BENCH\n:25:HARBDE55/0012345678\n:28C:1/1\n:60F:C261119EUR0,00\n",
     ":61:2611201120C250,50NTRFINV-%1$ld//B-%1$ld\n"
     ":86:166?00GUTSCHRIFT?100399?20EREF+E2E-%1$ld?21SVWZ+INV-%1$ld paid in full?30HARBDEFF\n"
     "?31DE02500105170137075030?32Fish and Chips Ltd\n",
     ":62F:C261120EUR0,00\n-\n", NULL},
    {"camt.053",
     "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id>"
     "<IBAN>DE02500105170137075030</IBAN></Id><Ccy>EUR</Ccy></Acct>\n",
     "<Ntry><Amt Ccy=\"EUR\">250.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt>"
     "<Dt>2026-11-20</Dt></BookgDt><ValDt><Dt>2026-11-20</Dt></ValDt><AcctSvcrRef>B-%1$ld"
     "</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>E2E-%1$ld</EndToEndId></Refs><RltdPties>"
     "<Dbtr><Nm>Fish and Chips Ltd</Nm></Dbtr><DbtrAcct><Id><IBAN>DE02500105170137075030</IBAN>"
     "</Id></DbtrAcct></RltdPties><RmtInf><Ustrd>INV-%1$ld paid in full</Ustrd></RmtInf></TxDtls>"
     "</NtryDtls></Ntry>\n",
     "</Stmt></BkToCstmrStmt></Document>\n", NULL},
    {"OFX",
     "OFXHEADER:100\nCHARSET:NONE\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1\n"
     "</BANKACCTFROM><BANKTRANLIST>\n",
     "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261120<TRNAMT>250.50<FITID>F-%1$ld<NAME>Fish and Chips "
     "Ltd\n<MEMO>INV-%1$ld paid in full</STMTTRN>\n",
     "</BANKTRANLIST></STMTRS></OFX>\n", NULL},
    {"BAI2", "01,1,2,261120,1015,1,,,2/\n02,1,2,1,261119,,USD,2/\n03,555,USD,,,,/\n",
     "16,195,25050,V,261120,,B-%1$ld,E2E-%1$ld,WIRE IN/\n88,ORG:=FISH AND CHIPS LTD\n"
     "88,OBI:=INV-%1$ld PAID IN FULL/\n",
     "", NULL},
    {"lockbox",
     "100HARBOURFIN00999999912611201800\n2HARBOURFIN0099999991000000000040008000801\n"
     "50000000022222261120HARBOURFIN0099999991\n",
     "60010010000025050055002707001234555500000001801119"
     "26FISH AND CHIPS LTD            HARBOUR AND FINCH             \n4001001601 0INV-1001  "
     "0000025050"
     "\n",
     "9000000\n", NULL},
    {"CSV", "Date,Name,Text,Reference,Amount,Currency\n",
     "2026-11-20,Fish and Chips Ltd,INV-%1$ld paid in full,E2E-%1$ld,250.50,EUR\n", "",
     "date=Date; name=Name; text=Text; reference=Reference; amount=Amount; currency=Currency; "
     "dates=ymd; decimal=."},
};

static long file_make(const struct kind *kind, const char *path, long bytes)
{
    FILE *file = fopen(path, "wb");
    long n = 0;

    must(file != NULL);
    fputs(kind->head, file);
    while (ftell(file) < bytes)
        fprintf(file, kind->line, n++);
    fputs(kind->foot, file);
    if (strcmp(kind->name, "BAI2") == 0)
        fprintf(file, "49,%ld,%ld/\n98,%ld,1,%ld/\n99,%ld,1,%ld/\n", n * 25050, n * 3 + 2,
                n * 25050, n * 3 + 4, n * 25050, n * 3 + 6);
    must(fclose(file) == 0);
    return n;
}

static double bare_read(const char *path)
{
    static char block[65536];
    const double start = measure_cpu();
    const int handle = open(path, O_RDONLY | O_CLOEXEC);

    must(handle >= 0);
    while (read(handle, block, sizeof block) > 0)
        ;
    close(handle);
    return measure_cpu() - start;
}

/* Control totals that the repeated statement cannot keep are not what is measured. */
static enum err pass_trouble(void *self, const char *words)
{
    (void)self, (void)words;
    return ERR_OK;
}

static double our_read(const struct kind *kind, const char *path, long lines)
{
    const struct bank_options options = {.map = kind->map};
    const struct bank_sink sink = {.trouble = pass_trouble};
    struct bank_result result;
    struct note note = {0};
    const double start = measure_cpu();

    if (bankfile_read(path, &options, &sink, &note, &result) != ERR_OK) {
        fprintf(stderr, "bench: %s: %s\n", kind->name, note.text);
        exit(1);
    }
    must(result.entries == lines);
    return measure_cpu() - start;
}

static bool bench_kind(const struct kind *kind, const char *work, long megabytes)
{
    char path[PATH], what[64];
    double bare[TURNS], ours[TURNS];

    must(snprintf(path, sizeof path, "%s/bank-%s", work, kind->name) < PATH);
    const long lines = file_make(kind, path, megabytes << 20);
    bare_read(path); /* the pages are there for both */
    for (int i = 0; i < TURNS; i++) {
        bare[i] = bare_read(path);
        ours[i] = our_read(kind, path, lines);
    }
    unlink(path);
    const double seconds = measure_median(ours, TURNS);
    snprintf(what, sizeof what, "%s: %ld lines in %ld MB", kind->name, lines, megabytes);
    measure_ratio(what, seconds, "bare read", measure_median(bare, TURNS), 0);
    snprintf(what, sizeof what, "  rate of %s", kind->name);
    measure_figure(what, (double)megabytes / seconds, "MB/s", 0);
    return (double)megabytes / seconds >= SLOWEST;
}

int main(int argc, char **argv)
{
    const char *work = getenv("WORK"), *size = getenv("MEGABYTES");
    bool kept = true;

    measure_main(argc, argv);
    must(work != NULL);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        kept = bench_kind(&kinds[i], work, size ? strtol(size, NULL, 10) : 20) && kept;
    return kept ? 0 : 1;
}
