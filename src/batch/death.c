/* death.c - what the death of a worker says of its job. */
#include "worker.h"

#include <signal.h>
#include <sys/wait.h>

enum death death_of(const struct worker *worker, int status)
{
	static const int faults[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS };

	if (worker->expired)
		return DEATH_LATE;
	if (!WIFSIGNALED(status))
		return WEXITSTATUS(status) == WORKER_NO_MEMORY ? DEATH_MEMORY : DEATH_OWN;
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		if (WTERMSIG(status) == faults[i])
			return DEATH_OWN;
	return DEATH_OUTSIDE;
}

static void say_own(struct diag *diag, int status, struct place place, int megabytes)
{
	diag_error(diag, place, "processo-caduto",
		   "il processo che faceva questo piano è caduto (%s %d); gli altri continuano. "
		   "Riprovare con --riprova o con più --memoria (ora %d MB)",
		   WIFSIGNALED(status) ? "segnale" : "uscita",
		   WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status), megabytes);
}

void death_say(struct diag *diag, enum death death, int status, const struct batch_job *job,
	       const struct batch_options *batch)
{
	struct place place = { .file = job->plan, .line = 1 };

	switch (death) {
	case DEATH_LATE:
		diag_error(diag, place, "tempo",
			   "il piano chiede più di %d second%s, il limite di un lavoro; ridurlo o "
			   "alzare il limite con --tempo",
			   batch->seconds_max, batch->seconds_max == 1 ? "o" : "i");
		break;
	case DEATH_MEMORY:
		diag_error(diag, place, "memoria",
			   "il piano chiede più memoria di quella che un lavoro può avere (%d MB); "
			   "ridurlo o alzare il limite con --memoria",
			   batch->megabytes_max);
		break;
	case DEATH_OWN: say_own(diag, status, place, batch->megabytes_max); break;
	case DEATH_OUTSIDE:
		diag_error(diag, place, "processo-ucciso",
			   "il processo che faceva questo piano è stato ucciso due volte da fuori "
			   "(segnale %d), forse perché alla macchina mancava memoria; rilanciare, "
			   "con meno processi (-j)",
			   WTERMSIG(status));
		break;
	}
}
