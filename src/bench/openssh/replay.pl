# A NETCONF server that answers every rpc at once with the same data, as the subsystem of an OpenSSH server.
# Usage: replay.pl FILE, where FILE holds the element data. It speaks base:1.1 alone.
use strict;
use warnings;

open(my $file, '<:raw', $ARGV[0]) or die "$ARGV[0]: $!";
my $data = do { local $/; <$file> };
close($file);

my $base = 'urn:ietf:params:xml:ns:netconf:base:1.0';

sub send_all {
    my ($bytes) = @_;
    my $at = 0;
    while ($at < length($bytes)) {
        my $written = syswrite(STDOUT, $bytes, length($bytes) - $at, $at);
        exit unless defined $written;
        $at += $written;
    }
}

# Reads up to a mark, and gives what stood before it.
my $read = '';
sub read_until {
    my ($mark) = @_;
    my $end;
    while (($end = index($read, $mark)) < 0) {
        exit unless sysread(STDIN, $read, 65536, length($read));
    }
    my $message = substr($read, 0, $end);
    substr($read, 0, $end + length($mark)) = '';
    return $message;
}

send_all("<hello xmlns=\"$base\"><capabilities><capability>urn:ietf:params:netconf:base:1.1</capability>"
    . "<capability>urn:ietf:params:xml:ns:yang:ietf-interfaces?module=ietf-interfaces&amp;revision=2014-05-08</capability>"
    . "</capabilities><session-id>$$</session-id></hello>]]>]]>");
read_until(']]>]]>');
while (1) {
    my $request = read_until("\n##\n");
    my ($id) = $request =~ /message-id=["']([^"'<>&]*)["']/ or die "a request without message-id";
    my $content = $request =~ /<close-session\b/ ? '<ok/>' : $data;
    my $reply = "<rpc-reply xmlns=\"$base\" message-id=\"$id\">$content</rpc-reply>";
    send_all("\n#" . length($reply) . "\n$reply\n##\n");
    exit if $content eq '<ok/>';
}
