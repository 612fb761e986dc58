/* What is handed out about a customer: no table that tells of one is left out. */
#include "ledger/dossier.h"
#include "ledger/firm.h"
#include "ledger/local.h"
#include "ledger/person.h"

#include <stdio.h>
#include <string.h>

/* Columns by which a row is of a customer, itself or over what it hangs on. */
static const char *const telling[] = {"customer_id",
                                      "document_id",
                                      "item_id",
                                      "dispute_id",
                                      "promise_id",
                                      "contact_id",
                                      "letter_id",
                                      "placement_id",
                                      "receipt_id",
                                      "insolvency_id",
                                      "bad_debt_id",
                                      "hold_id",
                                      "override_id",
                                      "debit_id",
                                      "application_id",
                                      "confirmation_id",
                                      "assertion_id",
                                      "approval_id",
                                      "block_id",
                                      "payable_id",
                                      "specific_id",
                                      "outbox_id",
                                      NULL};

/* Tables of the book itself that only name a paper that has no customer. */
static const char *const others[] = {"allowance_posting", NULL};

static bool is_in(const char *const *list, const char *word)
{
    for (int i = 0; list[i]; i++)
        if (strcmp(list[i], word) == 0)
            return true;
    return false;
}

static void no_table_of_a_customer_is_left_out(void **state)
{
    struct stmt *q =
        db_sql(firm()->book->db, "SELECT m.name, c.name FROM sqlite_master m"
                                 " JOIN pragma_table_info(m.name) c WHERE m.type = 'table'");
    char missing[64] = "";
    int seen = 0;

    while (stmt_row(q)) {
        if (!is_in(telling, col_text(q, 1)) || is_in(others, col_text(q, 0)))
            continue;
        seen++;
        if (!is_in(dossier_parts, col_text(q, 0)))
            snprintf(missing, sizeof missing, "%s", col_text(q, 0));
    }
    assert_int_equal(stmt_end(q), ERR_OK);
    if (missing[0])
        fail_msg("%s tells of customers: add it to ledger/dossier.c", missing);
    assert_true(seen > 60);
}

struct told {
    bool name, phone, amount, other;
};

static enum err take(void *self, const struct dossier_field *field)
{
    struct told *told = self;

    told->name = told->name || strcmp(field->value, "Olga") == 0;
    told->phone = told->phone || strcmp(field->value, "617 555 0142") == 0;
    told->amount =
        told->amount || (strcmp(field->part, "item") == 0 && strcmp(field->value, "10000") == 0);
    told->other = told->other || strcmp(field->value, "7700") == 0;
    return ERR_OK;
}

static void what_is_told_is_of_this_customer_alone(void **state)
{
    const struct person olga = {.customer_id = firm_customer("ACME"),
                                .name = "Olga",
                                .role = "",
                                .phone = "617 555 0142",
                                .email = ""};
    struct told told = {.name = false};
    int64_t id = 0;

    assert_done(person_add(firm()->tx, &olga, &id));
    firm_invoice("ACME", "2026-01-10", "100.00");
    firm_invoice("BOREALIS", "2026-01-10", "77.00");
    assert_answer(dossier_each(firm()->book, firm_customer("ACME"), take, &told));
    assert_true(told.name && told.phone && told.amount);
    assert_false(told.other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(no_table_of_a_customer_is_left_out),
        FIRM(what_is_told_is_of_this_customer_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
