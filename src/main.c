/* main: the words of the command line to the shell or to the screens. */
#include "cli/cli.h"

/* The screens; until they are there, the way to the commands. */
static int screen_run(struct cli *cli)
{
    return cli_fail(cli, fail(cli->session.note, ERR_UNAVAILABLE,
                              "there are no screens yet; `arledger --help` lists "
                              "the commands"));
}

int main(int argc, char **argv)
{
    struct cli cli;
    int status = cli_start(&cli, argc, argv);

    if (status < 0)
        status = cli_wants_screen(&cli) ? screen_run(&cli) : cli_run(&cli);
    cli_done(&cli);
    return status;
}
