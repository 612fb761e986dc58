/* main: the words of the command line to the shell or to the screens. */
#include "base/rights.h"
#include "cli/cli.h"
#include "view/view.h"

#include <string.h>

static int screen_run(struct cli *cli)
{
    const struct session *session = &cli->session;
    const struct view_options options = {.headless = cli->headless,
                                         .script = cli->script,
                                         .plain = session->plain,
                                         .told_to_end = cli_interrupted,
                                         .color = strcmp(session->color, "never") != 0};
    enum err e = cli_open(cli);

    if (e == ERR_OK)
        e = view_main(&cli->session, &options);
    return e == ERR_OK ? 0 : cli_fail(cli, e);
}

int main(int argc, char **argv)
{
    struct cli cli;

    rights_start();
    int status = cli_start(&cli, argc, argv);

    if (status < 0)
        status = cli_wants_screen(&cli) ? screen_run(&cli) : cli_run(&cli);
    cli_done(&cli);
    return status;
}
