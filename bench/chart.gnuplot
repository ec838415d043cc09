# Draws bench/path_queries.tsv as docs/path-queries.svg: gnuplot bench/chart.gnuplot, from the project's root.
set terminal svg size 900,440 font "DejaVu Sans,13" background "white"
set output "docs/path-queries.svg"
set datafile separator "\t"
set datafile missing "-"
set style data histogram
set style histogram clustered gap 1
set style fill solid 0.9 noborder
set boxwidth 0.92
set logscale y
set yrange [0.01:100000]
set ytics ("10 µs" 0.01, "100 µs" 0.1, "1 ms" 1, "10 ms" 10, "100 ms" 100, "1 s" 1000, "10 s" 10000)
set grid ytics lc rgb "#dddddd"
set border 3 lc rgb "#888888"
set tics nomirror
set key outside bottom center horizontal samplen 1 width 2
set title "One question over 10 million claims, median (shorter is better; each line is ten times the one below)" font ",14"
value_text(ms) = ms < 1 ? sprintf("%.0f µs", ms * 1000) : ms < 1000 ? sprintf("%.0f ms", ms) : sprintf("%.0f s", ms / 1000)
array colours[5] = ["#1b6ca8", "#8fb8de", "#e0a458", "#b6b6b6", "#7d7d7d"]
plot for [tool = 2:6] "bench/path_queries.tsv" using tool:xtic(1) title columnhead(tool) lc rgb colours[tool - 1], \
     for [tool = 2:6] "bench/path_queries.tsv" using ($0 + (tool - 4) / 6.0):tool:(value_text(column(tool))) \
         every ::1 with labels offset 0,0.6 font ",10" notitle
