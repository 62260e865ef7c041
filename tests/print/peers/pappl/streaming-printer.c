// A card printer application of our own on PAPPL, the library that many printers are built on. It prints while it
// reads: Send-Document is answered when the card is printed, and a face counts as soon as it begins. Its mechanics
// are rows that are counted as they arrive.
//
// streaming-printer FOLDER PORT BUFFER_BYTES MOST_JOBS FORMAT MEDIA
//
// FOLDER/hold  "REASON FACE ROW": stands still there until the file is gone ("media-empty 1 500");
//              "fail" in the place of a reason: prints no more of this card.
// FOLDER/held  is there while it stands still.
// FOLDER/state  what PAPPL keeps of itself and its jobs.
// FOLDER/sheets  one line of JSON for each job that began: its id, name, rows of each face as they arrived.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <pappl/pappl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define FACES 2

typedef struct
{
  unsigned rows[FACES];
  unsigned height[FACES];
} sheet_t;

static const char *folder;
static int receive_bytes;
static int most_jobs;
static const char *card;

// One job at a time: the face that is being read, and its rows so far.
static unsigned face;
static unsigned arrived;
static bool failed;

static char *path_of(const char *name, char *buffer, size_t size)
{
  snprintf(buffer, size, "%s/%s", folder, name);
  return (buffer);
}

// Interposed: a printer with little memory takes no more off the line than it can print.
int listen(int fd, int backlog)
{
  int (*next)(int, int) = (int (*)(int, int))dlsym(RTLD_NEXT, "listen");

  if (receive_bytes > 0)
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof(receive_bytes));
  return (next(fd, backlog));
}

// Interposed: PAPPL fills a face that breaks off with white rows, and those have not arrived.
unsigned cupsRasterReadPixels(cups_raster_t *ras, unsigned char *pixels, unsigned length)
{
  unsigned (*next)(cups_raster_t *, unsigned char *, unsigned) =
      (unsigned (*)(cups_raster_t *, unsigned char *, unsigned))dlsym(RTLD_NEXT, "cupsRasterReadPixels");
  unsigned count = next(ras, pixels, length);

  if (count > 0 && !failed)
    arrived ++;
  return (count);
}

static pappl_preason_t reason_of(const char *word)
{
  if (!strcmp(word, "media-empty"))
    return (PAPPL_PREASON_MEDIA_EMPTY);
  if (!strcmp(word, "media-jam"))
    return (PAPPL_PREASON_MEDIA_JAM);
  if (!strcmp(word, "cover-open"))
    return (PAPPL_PREASON_COVER_OPEN);
  if (!strcmp(word, "ribbon-empty"))
    return (PAPPL_PREASON_MARKER_SUPPLY_EMPTY);
  return (PAPPL_PREASON_NONE);
}

// Where it is told to stand still: here?
static bool is_held(unsigned on_face, unsigned row, char *word, size_t size)
{
  char path[1024], line[256], name[64];
  unsigned at_face, at_row;
  FILE *file = fopen(path_of("hold", path, sizeof(path)), "r");

  if (!file)
    return (false);
  bool read = fgets(line, sizeof(line), file) != NULL;
  fclose(file);
  if (!read || sscanf(line, "%63s %u %u", name, &at_face, &at_row) != 3 || at_face != on_face || at_row != row)
    return (false);
  snprintf(word, size, "%s", name);
  return (true);
}

// False where it is told to fail instead.
static bool hold(pappl_job_t *job, unsigned on_face, unsigned row)
{
  char word[64], path[1024];

  if (!is_held(on_face, row, word, sizeof(word)))
    return (true);
  if (!strcmp(word, "fail"))
    return (false);
  pappl_printer_t *printer = papplJobGetPrinter(job);
  pappl_preason_t reason = reason_of(word);
  papplPrinterSetReasons(printer, reason, PAPPL_PREASON_NONE);
  fclose(fopen(path_of("held", path, sizeof(path)), "w"));
  while (is_held(on_face, row, word, sizeof(word)) && !papplJobIsCanceled(job))
    usleep(20000);
  unlink(path);
  papplPrinterSetReasons(printer, PAPPL_PREASON_NONE, reason);
  return (true);
}

static bool start_job(pappl_job_t *job, pappl_pr_options_t *options, pappl_device_t *device)
{
  (void)options;
  (void)device;
  papplJobSetData(job, calloc(1, sizeof(sheet_t)));
  return (true);
}

static bool start_page(pappl_job_t *job, pappl_pr_options_t *options, pappl_device_t *device, unsigned page)
{
  sheet_t *sheet = (sheet_t *)papplJobGetData(job);

  (void)device;
  // PAPPL counts pages from one.
  face = page - 1;
  arrived = 0;
  failed = false;
  if (face < FACES)
    sheet->height[face] = options->header.cupsHeight;
  return (hold(job, face, 0));
}

static bool write_line(pappl_job_t *job, pappl_pr_options_t *options, pappl_device_t *device, unsigned y, const unsigned char *line)
{
  (void)options;
  (void)device;
  (void)line;
  // Row 0 is where the face begins.
  if (y > 0 && !hold(job, face, y))
    failed = true;
  return (true);
}

static bool end_page(pappl_job_t *job, pappl_pr_options_t *options, pappl_device_t *device, unsigned page)
{
  sheet_t *sheet = (sheet_t *)papplJobGetData(job);

  (void)options;
  (void)device;
  (void)page;
  if (face < FACES)
    sheet->rows[face] = arrived;
  // PAPPL asks after each face only.
  return (!failed);
}

static bool end_job(pappl_job_t *job, pappl_pr_options_t *options, pappl_device_t *device)
{
  sheet_t *sheet = (sheet_t *)papplJobGetData(job);
  char path[1024];
  FILE *file = fopen(path_of("sheets", path, sizeof(path)), "a");

  (void)options;
  (void)device;
  fprintf(file, "{\"job\":%d,\"name\":\"%s\",\"rows\":[%u,%u],\"of\":[%u,%u]}\n", papplJobGetID(job), papplJobGetName(job),
          sheet->rows[0], sheet->rows[1], sheet->height[0], sheet->height[1]);
  fclose(file);
  free(sheet);
  papplJobSetData(job, NULL);
  return (true);
}

// What takes PDF spools it first, and prints it from the file.
static bool print_file(pappl_job_t *job, pappl_pr_options_t *options, pappl_device_t *device)
{
  start_job(job, options, device);
  papplJobSetImpressions(job, FACES);
  hold(job, 0, 0);
  papplJobSetImpressionsCompleted(job, FACES - 1);
  return (end_job(job, options, device));
}

static bool status(pappl_printer_t *printer)
{
  (void)printer;
  return (true);
}

static void identify(pappl_printer_t *printer, pappl_identify_actions_t actions, const char *message)
{
  (void)printer;
  (void)actions;
  (void)message;
}

static const char *test_page(pappl_printer_t *printer, char *buffer, size_t size)
{
  (void)printer;
  (void)buffer;
  (void)size;
  return (NULL);
}

static bool describe(pappl_system_t *system, const char *driver_name, const char *device_uri, const char *device_id,
                     pappl_pr_driver_data_t *data, ipp_t **attributes, void *format)
{
  pwg_media_t *size = pwgMediaForPWG(card);

  (void)system;
  (void)driver_name;
  (void)device_uri;
  (void)device_id;
  (void)attributes;
  snprintf(data->make_and_model, sizeof(data->make_and_model), "%s", "Example Streaming Card Printer");
  data->identify_cb = identify;
  data->identify_default = PAPPL_IDENTIFY_ACTIONS_SOUND;
  data->identify_supported = PAPPL_IDENTIFY_ACTIONS_SOUND;
  data->printfile_cb = print_file;
  data->rstartjob_cb = start_job;
  data->rstartpage_cb = start_page;
  data->rwriteline_cb = write_line;
  data->rendpage_cb = end_page;
  data->rendjob_cb = end_job;
  data->status_cb = status;
  data->testpage_cb = test_page;
  data->format = (const char *)format;
  data->kind = PAPPL_KIND_LABEL;
  data->ppm = 2;
  data->ppm_color = 2;
  data->orient_default = IPP_ORIENT_NONE;
  data->quality_default = IPP_QUALITY_NORMAL;
  data->color_supported = PAPPL_COLOR_MODE_AUTO | PAPPL_COLOR_MODE_COLOR | PAPPL_COLOR_MODE_MONOCHROME;
  data->color_default = PAPPL_COLOR_MODE_COLOR;
  data->raster_types = PAPPL_PWG_RASTER_TYPE_SGRAY_8 | PAPPL_PWG_RASTER_TYPE_SRGB_8;
  data->duplex = PAPPL_DUPLEX_NORMAL;
  data->sides_supported = PAPPL_SIDES_ONE_SIDED | PAPPL_SIDES_TWO_SIDED_LONG_EDGE | PAPPL_SIDES_TWO_SIDED_SHORT_EDGE;
  data->sides_default = PAPPL_SIDES_ONE_SIDED;
  data->num_resolution = 1;
  data->x_resolution[0] = data->y_resolution[0] = data->x_default = data->y_default = 300;
  data->borderless = true;
  data->num_media = 1;
  data->media[0] = card;
  data->num_source = 1;
  data->source[0] = "main";
  data->num_type = 1;
  data->type[0] = "cardstock";
  pappl_media_col_t *ready = data->media_ready;
  snprintf(ready->size_name, sizeof(ready->size_name), "%s", card);
  snprintf(ready->source, sizeof(ready->source), "%s", "main");
  snprintf(ready->type, sizeof(ready->type), "%s", "cardstock");
  ready->size_width = size->width;
  ready->size_length = size->length;
  data->media_default = *ready;
  return (true);
}

int main(int argc, char *argv[])
{
  if (argc != 7 || !pwgMediaForPWG(argv[6]))
    return (2);
  folder = argv[1];
  receive_bytes = atoi(argv[3]);
  most_jobs = atoi(argv[4]);
  card = argv[6];
  pappl_pr_driver_t driver = { "card", "Example Streaming Card Printer", NULL, NULL };
  char spool[1024], log[1024], state[1024], device[1024];
  path_of("spool", spool, sizeof(spool));
  path_of("log", log, sizeof(log));
  path_of("state", state, sizeof(state));
  // Nothing is written there: the rows are counted.
  snprintf(device, sizeof(device), "file:///dev/null");
  pappl_system_t *system = papplSystemCreate(PAPPL_SOPTIONS_MULTI_QUEUE | PAPPL_SOPTIONS_NO_TLS, "card", atoi(argv[2]), NULL,
                                             spool, log, PAPPL_LOGLEVEL_DEBUG, NULL, false);
  if (!papplSystemAddListeners(system, "localhost"))
    return (3);
  // Written, and never read: what has lost its power counts from one again.
  papplSystemSetSaveCallback(system, (pappl_save_cb_t)papplSystemSaveState, state);
  papplSystemSetPrinterDrivers(system, 1, &driver, NULL, NULL, describe, argv[5]);
  pappl_printer_t *printer = papplPrinterCreate(system, 1, "card", "card", NULL, device);
  if (!printer)
    return (4);
  papplPrinterSetMaxActiveJobs(printer, most_jobs);
  papplSystemRun(system);
  papplSystemDelete(system);
  return (0);
}
