# The distribution that ./mvnw -Pdist package has made, in an image; docs/DISTRIBUTION.md says how to use it.
FROM debian:13-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends fontconfig fonts-dejavu-core libstdc++6 \
    && rm -rf /var/lib/apt/lists/*
ADD target/style-transfer-*-linux-*.tar.gz /opt/
RUN ln -s /opt/style-transfer-* /opt/style-transfer \
    && ln -s /opt/style-transfer/bin/style-transfer /usr/local/bin/style-transfer \
    && useradd --uid 10001 --create-home painter \
    && install -d -m 1777 /pictures /cache
ENV LC_ALL=C.UTF-8 STYLE_TRANSFER_CACHE=/cache
USER 10001
WORKDIR /pictures
VOLUME ["/pictures", "/cache"]
ENTRYPOINT ["/opt/style-transfer/bin/style-transfer"]
CMD ["--help"]
